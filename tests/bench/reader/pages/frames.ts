/*
 * When a change is painted.
 *
 * A frame's work on the main thread is: animation callbacks, style, layout, resize observers, paint,
 * commit. So a change is in a frame when it is in the document once that frame's resize observers
 * run, whatever the contestant drew it from: the key's own task, a microtask, a timer before the
 * frame, an animation callback of this very frame. And the frame is done when the next task runs
 * that was posted from within it. Both are had without a change to the page: a resize observer reports
 * once whatever it begins to observe.
 *
 * What the browser offers itself is too coarse here: the durations of the Event Timing API are
 * rounded to 8 ms, more than the 5 ms that are to be told apart, and a long-animation-frame entry
 * begins at 50 ms. Left out of all figures alike is what follows on other threads: raster and
 * display, which in a headless browser are not what a screen would show anyway.
 */

let sentinel: HTMLElement | undefined

/** Outside the body, which some contestants watch for changes. */
function observed(): HTMLElement {
  if (sentinel === undefined) {
    sentinel = document.createElement('bench-sentinel')
    sentinel.style.cssText =
      'position: fixed; width: 1px; height: 1px; contain: strict; pointer-events: none'
    document.documentElement.append(sentinel)
  }
  return sentinel
}

/** Calls back within the next frame, when everything that it shows is in the document. */
function inNextFrame(look: () => void): void {
  requestAnimationFrame(() => {
    const observer = new ResizeObserver(() => {
      observer.disconnect()
      look()
    })
    observer.observe(observed())
  })
}

/** Calls back when the work of the frame is done in which this is called. */
function afterFrame(done: (at: number) => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => done(performance.now()), { once: true })
  port1.start()
  port2.postMessage(null)
}

/** Frames without a change after which none is expected any more, and how long they take at least. */
const PATIENCE = { frames: 60, milliseconds: 1500 }

/**
 * @returns When the first frame was done in which a test held, on `performance`'s clock, or null when
 * it held in none of many.
 */
export function paintedWhen(test: () => boolean, isPatient = false): Promise<number | null> {
  const begun = performance.now()
  let frames = 0
  return new Promise((resolve) => {
    const look = (): void => {
      frames++
      const isOver = frames > PATIENCE.frames && performance.now() - begun > PATIENCE.milliseconds
      if (test()) afterFrame(resolve)
      else if (isOver && !isPatient) resolve(null)
      // Asked for within this frame, so that no frame is missed while tasks wait.
      else inNextFrame(look)
    }
    inNextFrame(look)
  })
}

/** Waits until some frames have gone by. */
export async function letPass(frames: number): Promise<void> {
  for (let passed = 0; passed < frames; passed++) {
    await new Promise((resolve) => {
      inNextFrame(() => afterFrame(resolve))
    })
  }
}

/** Keeps the time of every frame until it is stopped. */
export class FrameRecorder {
  readonly #times: number[] = []
  #request = 0

  start(): void {
    this.#times.length = 0
    const record = (time: number): void => {
      this.#times.push(time)
      this.#request = requestAnimationFrame(record)
    }
    this.#request = requestAnimationFrame(record)
  }

  /** @returns Times from each frame to the next, in milliseconds. */
  stop(): readonly number[] {
    cancelAnimationFrame(this.#request)
    return this.#times.slice(1).map((time, index) => time - (this.#times[index] ?? time))
  }
}
