import { basename } from 'node:path'

/**
 * The project folder's name as the name of a file, without what Windows refuses in them.
 * @param ending - With its dot.
 */
export function fileNameFor(folder: string, ending: string): string {
  const name = basename(folder)
    // oxlint-disable-next-line no-control-regex -- these too
    .replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, '-')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  return `${name === '' ? 'project' : name}${ending}`
}
