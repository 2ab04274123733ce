import { checkProject } from '../workbench/check-project.ts'
import { openProject } from './open-project.ts'
import { DONE, doneWith, failed, type Outcome } from './outcome.ts'
import { plural } from './plural.ts'
import type { CommandLine } from './command-line.ts'
import { print } from './terminal.ts'

export function checkCommand({ root, end }: CommandLine): void {
  root
    .command('check')
    .description('read every file of a project and tell what is wrong with it')
    .argument('<DIR>', "the project's folder")
    .addHelpText('after', '\nExample:\n  rubricator check casualties')
    .action(async (folder: string) => end(await run(folder)))
}

async function run(folder: string): Promise<Outcome> {
  const opened = await openProject(folder)
  if (!opened.ok) return failed(opened.error)
  const { problems, articles, sets, spans } = await checkProject(opened.value)
  if (problems.length > 0) {
    return doneWith(problems.map(({ file, reason }) => `${file}: ${reason}`))
  }
  const counts = [plural(articles, 'article'), plural(sets, 'set'), plural(spans, 'span')]
  await print(`ok: ${counts.join(', ')}\n`)
  return DONE
}
