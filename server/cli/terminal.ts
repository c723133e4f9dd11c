/** Where a command says what it did. */
export interface Terminal {
  say(line: string): void
  /** Shows a line in place of the one before; absent where nobody looks. */
  show?: (line: string) => void
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

export const terminal: Terminal = {
  say,
  ...(process.stdout.isTTY && {
    show: (line: string) => void process.stdout.write(`\r\u001b[K${line}`),
  }),
}
