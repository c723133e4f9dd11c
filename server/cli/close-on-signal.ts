import closeWithGrace from 'close-with-grace'

/** Closes on Ctrl-C, SIGTERM and crashes; a close that hangs ends after `seconds`, and on the second signal. */
export function closeOnSignal(close: () => Promise<unknown>, seconds = 10): void {
  closeWithGrace({ delay: seconds * 1000, logger: false }, async ({ err }) => {
    if (err) process.stderr.write(`${err.stack}\n`)
    await close()
  })
}
