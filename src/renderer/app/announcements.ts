import { customElement, property } from 'lit/decorators.js'
import { LatePanel } from '../elements/late-panel.ts'
import type { Notices } from '../state/notices.ts'

/** What a screen reader is told; like every panel it waits until the text has been painted. */
@customElement('rubric-announcements')
export class RubricAnnouncements extends LatePanel {
  @property({ attribute: false }) notices!: Notices

  protected override render(): string {
    return this.notices.announcement.get()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rubric-announcements': RubricAnnouncements
  }
}
