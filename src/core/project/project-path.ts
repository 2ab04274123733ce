/** Characters that a folder's name cannot hold on one system or another. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f<>:"/\\|?*]+/g

/**
 * Proposes the folder of a new project: one named like it, in another folder.
 * @returns The folder itself while the project has no name.
 */
export function projectPath(folder: string, name: string): string {
  const last = name
    .replaceAll(FORBIDDEN, '-')
    .trim()
    .replace(/^\.+|[. ]+$/g, '')
  if (last === '') return folder
  // Only a path of Windows has a backslash and no slash.
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(separator) ? `${folder}${last}` : `${folder}${separator}${last}`
}
