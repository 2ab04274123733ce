import type { App, Session, WebContents } from 'electron'
import type { BlockedRequests } from './blocked-requests.ts'

/** Chromium services that would ask the network for something on their own. */
const NETWORKED_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
]

/** Silences Chromium's own traffic. To be called before the app is ready. */
export function silenceChromium(app: App): void {
  const { commandLine } = app
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-default-apps')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('disable-sync')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('no-proxy-server')
  commandLine.appendSwitch('disable-features', NETWORKED_FEATURES.join(','))
  // Whatever is left finds no host: names and addresses alike resolve to nothing.
  if (!import.meta.env.DEV) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Denies everything that a page could ask of the machine, and every certificate. */
export function guardApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault()
    answer()
  })
  app.on('login', (event) => event.preventDefault())
}

/** Keeps a session off the network, counting what tried, and denies every permission. */
export function guardSession(session: Session, blocked: BlockedRequests): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !blocked.isAllowed(details.url)
    if (cancel) blocked.count(details.url)
    answer({ cancel })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  // A spell checker would download its dictionaries.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
