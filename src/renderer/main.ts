import './app/app.ts'
import { connectBrowserBridge } from './state/browser-bridge.ts'
import type { WindowLink } from './state/window-link.ts'
import { Workspace } from './state/workspace.ts'

function linkOfElectron(bridge: NonNullable<Window['rubricator']>): WindowLink {
  return {
    bridge,
    download: () => Promise.reject(new Error('The desktop program saves exports itself')),
    leave: () => window.close(),
  }
}

function linkOfBrowser(): WindowLink {
  const bridge = connectBrowserBridge(location)
  bridge.onConnection((connection) => {
    if (connection === 'open') workspace.notices.close()
    else if (connection === 'lost') {
      workspace.notices.problem('The connection to the program was lost. It is being sought again.')
    } else {
      workspace.notices.problem(
        'The program did not accept this window. Open the address that it printed at its start.',
      )
    }
  })
  return {
    bridge,
    download: (url, name) => bridge.download(url, name),
    leave: () => bridge.saved(),
  }
}

const workspace = new Workspace(
  window.rubricator ? linkOfElectron(window.rubricator) : linkOfBrowser(),
)
const app = document.createElement('rubric-app')
app.workspace = workspace
document.body.append(app)
