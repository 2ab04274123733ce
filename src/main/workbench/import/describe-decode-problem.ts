import type { DecodeProblem } from './decode-text.ts'

/**
 * Says why bytes are no text.
 * @param from - Where the bytes begin in their file.
 */
export function describeDecodeProblem(problem: DecodeProblem, from = 0): string {
  switch (problem.code) {
    case 'empty':
      return 'it holds no text'
    case 'binary':
      return problem.position + from === 0
        ? 'it is not a text file'
        : `it is not a text file: byte ${problem.position + from} is zero`
    case 'undecodable':
      return `it is not ${problem.encoding}: byte ${problem.position + from} begins no character`
  }
}
