import type { CallReply } from '../../contract/calls.ts'
import type { LabelChange } from '../../core/annotation/label-change.ts'
import { directionOfParagraph } from '../../core/article/direction.ts'
import { count } from './format.ts'

type Counts = CallReply<'labels.change'>

/** What a change of a label will do: "Renames 1,204 spans in 310 sets of 3 annotators." */
export function foretellLabelChange(change: LabelChange, counts: Counts): string {
  if (counts.spans === 0) return 'No span has this label: nothing else changes.'
  const what = where(counts)
  switch (change.type) {
    case 'rename':
      return `Renames ${what}.`
    case 'merge':
      return `Gives ${what} the label ${quoted(change.into)}. Where the same text has that label already, the second span goes.`
    case 'remove':
      return `Deletes ${what}.`
  }
}

/** What a change of a label has done. */
export function describeLabelChange(change: LabelChange, counts: Counts): string {
  const touched = counts.spans === 0 ? '' : `: ${where(counts)}`
  switch (change.type) {
    case 'rename':
      return `Renamed ${quoted(change.label)} to ${quoted(change.to)}${touched}.`
    case 'merge':
      return `Merged ${quoted(change.label)} into ${quoted(change.into)}${touched}.`
    case 'remove':
      return `Deleted ${quoted(change.label)}${touched}.`
  }
}

/** What has come of taking a change back. */
export function describeUndo(change: LabelChange, counts: Counts): string {
  const touched = counts.spans === 0 ? '' : `, with ${where(counts)}`
  return `${quoted(change.label)} is back${touched}.`
}

/** A change as a person is asked about it: "Rename “actor” to “agent”". */
export function proposeLabelChange(change: LabelChange): string {
  switch (change.type) {
    case 'rename':
      return `Rename ${quoted(change.label)} to ${quoted(change.to)}`
    case 'merge':
      return `Merge ${quoted(change.label)} into ${quoted(change.into)}`
    case 'remove':
      return `Delete ${quoted(change.label)}`
  }
}

/** A change as it stands in a list: "“actor” renamed to “agent”". */
export function nameLabelChange(change: LabelChange): string {
  switch (change.type) {
    case 'rename':
      return `${quoted(change.label)} renamed to ${quoted(change.to)}`
    case 'merge':
      return `${quoted(change.label)} merged into ${quoted(change.into)}`
    case 'remove':
      return `${quoted(change.label)} deleted`
  }
}

function where({ spans, sets, annotators }: Counts): string {
  return `${count(spans, 'span')} in ${count(sets, 'set')} of ${count(annotators, 'annotator')}`
}

/** A name of the other direction is kept from turning what stands about it round. */
function quoted(name: string): string {
  return directionOfParagraph(name) === 'rtl' ? `“\u2068${name}\u2069”` : `“${name}”`
}
