import os from 'node:os'
import path from 'node:path'

const PROGRAM = 'Rubricator'

export interface UserFolders {
  /** The program's own memory: annotator, recent projects, panes. Electron's host uses the same. */
  readonly settingsFolder: string
  /** Where new projects are put unless the person chooses another place. */
  readonly projectsFolder: string
}

/** @returns Where this person's settings and projects are kept on this platform. */
export function userFolders(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = os.homedir(),
): UserFolders {
  return {
    settingsFolder: path.join(settingsRoot(environment, platform, home), PROGRAM),
    projectsFolder: path.join(home, PROGRAM),
  }
}

function settingsRoot(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support')
  if (platform === 'win32') return environment['APPDATA'] || path.join(home, 'AppData', 'Roaming')
  return environment['XDG_CONFIG_HOME'] || path.join(home, '.config')
}
