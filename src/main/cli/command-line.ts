import type { Command } from 'commander'
import type { Program } from '../page/program.ts'
import type { Outcome } from './outcome.ts'

/** What every command is given to make itself with. */
export interface CommandLine {
  readonly root: Command
  readonly program: Program
  /** Takes how the command ended. */
  readonly end: (outcome: Outcome) => void
}
