/**
 * Tells a person that a project holds files of a newer program.
 * @param format - Of the first such file that was met: "rubricator-project/3".
 */
export function describeNewer(format: string): string {
  return `This project was made by a newer Rubricator (${format}). It can be read here, not changed: update the program`
}
