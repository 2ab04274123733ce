/**
 * For specs of thousands of keys: a failure keeps what was done, but no picture of each step, which
 * would take several times as long as the step itself.
 */
export const LIGHT_TRACE = {
  mode: 'retain-on-failure',
  screenshots: false,
  snapshots: false,
} as const
