import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses'

/**
 * How a packaged Rubricator's fuses are set, each with its reason in docs/security.md. All of them are
 * named, so that a new Electron with a fuse more asks for a decision.
 */
export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/**
 * Sets the fuses of an Electron executable, or on a Mac of its application. One that an older Electron
 * has not yet is left out.
 *
 * @param {string} executable
 * @throws Error when it has no fuses, or one that is not named above.
 */
export async function setFuses(executable) {
  const wire = await getCurrentFuseWire(executable)
  const present = Object.entries(FUSES).filter(([index]) => index in wire)
  const config = {
    ...Object.fromEntries(present),
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // A changed executable has lost the signature without which Apple's own processors refuse it.
    resetAdHocDarwinSignature: process.platform === 'darwin',
  }
  await flipFuses(executable, /** @type {import('@electron/fuses').FuseConfig} */ (config))
}

/**
 * @param {string} executable
 * @returns {Promise<Record<string, boolean>>} Which fuses are on, by their names.
 */
export async function readFuses(executable) {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable)
  const states = Object.entries(wire).map(([index, state]) => {
    return [nameOf(index), state === FuseState.ENABLE]
  })
  return Object.fromEntries(states)
}

/** @returns {Record<string, boolean>} The settings above, by the fuses' names. */
export function wantedFuses() {
  return Object.fromEntries(Object.entries(FUSES).map(([index, isOn]) => [nameOf(index), isOn]))
}

/** @param {string} index */
function nameOf(index) {
  return FuseV1Options[Number(index)] ?? index
}
