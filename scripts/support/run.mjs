import { spawn, spawnSync } from 'node:child_process'
import { ROOT } from './places.mjs'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a command to its end with this process's streams.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} Its exit code; 1 when it could not be started or a signal ended it.
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: options.env ?? process.env,
    shell: options.shell ?? false,
  })
  // An interruption from a terminal has reached the command already; what other processes send has
  // not. Either way this process outlives the command, which may have something to save.
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    if (signal !== 'SIGINT') child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, forward)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, forward)
      resolve(code ?? 1)
    })
  })
}

/**
 * Runs a script of package.json, so that each step is written down once.
 *
 * @param {string} script
 * @param {readonly string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runScript(script, args = [], env = process.env) {
  const npmArgs = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]
  const npm = process.env['npm_execpath']
  return npm === undefined
    ? run('npm', npmArgs, { shell: process.platform === 'win32', env })
    : run(process.execPath, [npm, ...npmArgs], { env })
}

/**
 * Runs a command quietly.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ timeout?: number }} [options] Time limit in milliseconds.
 * @returns {{ ok: boolean, output: string }} The output is both streams'.
 */
export function runQuietly(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  const output = [stdout, stderr, error?.message].filter(Boolean).join('\n').trim()
  return { ok: error === undefined && status === 0, output }
}
