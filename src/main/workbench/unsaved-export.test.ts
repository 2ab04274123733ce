import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { articleWith, errorOf, spanOn, valueOf } from '../../../tests/support/builders.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import {
  call,
  makeTestProject,
  startWorkbench,
  TestHost,
} from '../../../tests/support/test-workbench.ts'
import type { CallArguments } from '../../contract/calls.ts'

const TEXT = '😀 «سلام» said the envoy.\r\nEnd'
const { id, meta } = articleWith(TEXT)
const span = {
  ...spanOn(TEXT, 'the envoy', { note: 'which?' }),
  created: { ...spanOn(TEXT, 'End').created, by: 'ann' },
}
const UNSAVED: CallArguments<'export.unsaved'>['articles'][number] = {
  text: TEXT,
  meta,
  set: { article: id, annotator: 'ann', status: 'in-progress', spans: [span] },
}

it('gets marks out of a window whose project has gone, and into another project', async () => {
  const gone = await makeTestProject(TEXT)
  await rm(gone.folder, { recursive: true })
  gone.host.writable = false
  const outcome = await call(gone.workbench, gone.host, 'export.unsaved', { articles: [UNSAVED] })
  expect(valueOf(outcome)).toEqual({ type: 'saved', path: 'unsaved-marks.jsonl', lines: 1 })

  const { workbench, host } = await makeTestProject('Something else')
  const bytes = new TextEncoder().encode(gone.host.delivered[0])
  const files = [{ name: 'unsaved-marks.jsonl', bytes }]
  const staging = valueOf(await call(workbench, host, 'import.offer', { import: null, files }))
  const summary = valueOf(await call(workbench, host, 'import.commit', { import: staging.import }))
  expect(summary).toMatchObject({ articles: 1, sets: 1, problems: [] })
  const opened = valueOf(await call(workbench, host, 'articles.open', { id }))
  expect(opened.document.set).toEqual(UNSAVED.set)
  expect(opened).toMatchObject({ text: TEXT, meta })
  await workbench.close()
})

it.each([
  ['lies outside the text', { ...span, end: TEXT.length + 1 }],
  ['cuts a character', { ...span, start: 1, end: 4 }],
  ['is empty', { ...span, end: span.start }],
])('refuses a mark that %s, for no import would take it', async (_how, wrong) => {
  const workbench = await startWorkbench(await temporaryFolder())
  const host = new TestHost()
  const articles = [{ ...UNSAVED, set: { ...UNSAVED.set, spans: [wrong] } }]
  expect(errorOf(await call(workbench, host, 'export.unsaved', { articles }))).toMatchObject({
    code: 'refused',
  })
  expect(host.delivered).toEqual([])
})
