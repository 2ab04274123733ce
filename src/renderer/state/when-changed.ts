import { Signal } from '@lit-labs/signals'

/**
 * Does something whenever a signal has another value than before, a microtask after what it depends
 * on was set; several changes in one task are one. There is no end to it: it is for what lives as
 * long as the window.
 * @param action - May set signals.
 */
export function whenChanged<T>(source: Signal.Computed<T>, action: (value: T) => void): void {
  let last = source.get()
  const watcher = new Signal.subtle.Watcher(() => {
    queueMicrotask(() => {
      const value = source.get()
      watcher.watch()
      if (Object.is(value, last)) return
      last = value
      action(value)
    })
  })
  watcher.watch(source)
}
