import type { ElementStories } from './story.ts'
import { attributeStories } from './stories/attributes.ts'
import { backupStories } from './stories/backups.ts'
import { barStories } from './stories/bars.ts'
import { commentStories } from './stories/comments.ts'
import { dialogStories } from './stories/dialogs.ts'
import { elementStories } from './stories/elements.ts'
import { figureStories } from './stories/figures.ts'
import { feedbackStories } from './stories/feedback.ts'
import { historyStories } from './stories/history.ts'
import { importStories } from './stories/imports.ts'
import { inspectorStories } from './stories/inspector.ts'
import { keyStories } from './stories/keys.ts'
import { labelBarStories } from './stories/label-bar.ts'
import { labelStories } from './stories/labels.ts'
import { libraryStories } from './stories/library.ts'
import { packStories } from './stories/packs.ts'
import { paletteStories } from './stories/palette.ts'
import { phraseStories } from './stories/phrases.ts'
import { projectStories } from './stories/projects.ts'
import { readerStories } from './stories/reader.ts'
import { reviewStories } from './stories/review.ts'
import { unsavedStories } from './stories/unsaved.ts'

/** Elements that stand together in the program. */
export interface Shelf {
  readonly title: string
  readonly elements: readonly ElementStories[]
}

/** Every element that has a look of its own, in the order of the gallery. */
export const CATALOGUE: readonly Shelf[] = [
  { title: 'Small parts', elements: elementStories },
  { title: 'Bars', elements: barStories },
  { title: 'Library', elements: libraryStories },
  {
    title: 'Labels and reading',
    elements: [...labelBarStories, ...labelStories, ...attributeStories],
  },
  { title: 'Text', elements: readerStories },
  { title: 'Inspector', elements: inspectorStories },
  { title: 'Feedback', elements: [...feedbackStories, ...commentStories, ...phraseStories] },
  { title: 'History', elements: historyStories },
  { title: 'Figures', elements: figureStories },
  { title: 'Review', elements: reviewStories },
  { title: 'Review packs', elements: packStories },
  { title: 'Finding anything', elements: paletteStories },
  { title: 'Dialogs', elements: [...dialogStories, ...projectStories, ...importStories] },
  { title: 'Keeping marks', elements: [...unsavedStories, ...backupStories] },
  { title: 'Keys', elements: keyStories },
]

export const ALL_STORIES: readonly ElementStories[] = CATALOGUE.flatMap(({ elements }) => elements)
