/*
 * The names under which the desktop program's two sides find each other. They stand apart from the
 * calls so that the preload script, which needs only the names, carries no schemas.
 */

/** Where the main process announces events. */
export const EVENT_CHANNEL = 'rubricator:event'

/** @returns The channel on which a call is handled. */
export function callChannel(name: string): string {
  return `rubricator:call:${name}`
}
