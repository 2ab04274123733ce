const TOKEN_KEY = 'rubricator.token'
const WINDOW_KEY = 'rubricator.window'

/**
 * Takes the secret out of the address, where it could be seen or copied along, and keeps it for as
 * long as this window lives, so that the window can be loaded again.
 * @returns null when the window was opened without one.
 */
export function readToken(location: Location): string | null {
  const token = tokenIn(location)
  if (token !== null) {
    sessionStorage.setItem(TOKEN_KEY, token)
    history.replaceState(null, '', location.pathname)
  }
  // The address of another run, pasted into this window, changes only the fragment.
  addEventListener('hashchange', () => {
    if (tokenIn(location) !== null) location.reload()
  })
  return token ?? sessionStorage.getItem(TOKEN_KEY)
}

/** @returns The id by which the program knows this window again after a reload. */
export function windowId(): string {
  const known = sessionStorage.getItem(WINDOW_KEY)
  if (known !== null) return known
  const id = crypto.randomUUID()
  sessionStorage.setItem(WINDOW_KEY, id)
  return id
}

function tokenIn(location: Location): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('token')
}
