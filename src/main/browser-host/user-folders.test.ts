import path from 'node:path'
import { expect, test } from 'vitest'
import { userFolders } from './user-folders.ts'

test.each([
  ['linux', {}, '/home/ada/.config/Rubricator'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada/.config/Rubricator'],
  ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Rubricator'],
  ['darwin', { XDG_CONFIG_HOME: '/conf' }, '/home/ada/Library/Application Support/Rubricator'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Rubricator'],
  ['win32', {}, '/home/ada/AppData/Roaming/Rubricator'],
] as const)('settings on %s with %j are in %s', (platform, environment, folder) => {
  const folders = userFolders(environment, platform, '/home/ada')
  expect(folders.settingsFolder).toBe(path.normalize(folder))
  expect(folders.projectsFolder).toBe(path.normalize('/home/ada/Rubricator'))
})
