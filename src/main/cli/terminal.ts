/** What a shell reports for a program whose reader has gone, as with `| head`: 128 and SIGPIPE. */
const READER_GONE = 141

/** Ends the program quietly when nobody reads its output any more. Other failures reject `print`. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(READER_GONE)
  })
  process.stderr.on('error', () => undefined)
}

/** Writes data to standard output and waits until it is taken. */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve()
      else reject(new Error(`The output could not be written: ${error.message}`, { cause: error }))
    })
  })
}

/** Tells the person at the terminal, on standard error, in one line. */
export function complain(sentence: string): void {
  process.stderr.write(`rubricator: ${oneLine(sentence)}\n`)
}

/** Takes out what would move the cursor or colour the terminal: names of files may hold anything. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** Puts a line where the last one stood. */
const rewrite = (line: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`)
}

/** Shows on standard error how far something is, in one line that goes away; only to a person at a terminal. */
export function showProgress(what: string): {
  tell(done: number, of: number): void
  end(): void
} {
  return {
    tell: (done, of) => rewrite(`${what}: ${done} of ${of}`),
    end: () => rewrite(''),
  }
}
