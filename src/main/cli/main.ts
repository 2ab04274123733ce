import { locateProgram } from '../page/program.ts'
import { runCommandLine } from './run-command-line.ts'
import { complain, watchOutput } from './terminal.ts'

watchOutput()
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), locateProgram())
} catch (error) {
  // Something that no command expected: the sentence is for a person, who has no use for a stack.
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
