import { KEY_FILE_NAME, writeKeyFile } from '../../contract/key-file.ts'
import { tidyKeyMap } from '../../contract/key-map.ts'
import type { Handlers } from './handler.ts'

export const keysCalls: Handlers<'keys.export'> = {
  async 'keys.export'({ host }, { keys }) {
    const content = writeKeyFile(tidyKeyMap(keys))
    return host.deliver({
      name: KEY_FILE_NAME,
      lines: content.split('\n').length - 1,
      async *parts() {
        yield content
      },
    })
  },
}
