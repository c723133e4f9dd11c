import closeWithGrace from 'close-with-grace'

/** Closes on Ctrl-C, SIGTERM and crashes; a close that hangs ends after ten seconds. */
export function closeOnSignal(close: () => Promise<unknown>): void {
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) process.stderr.write(`${err.stack}\n`)
    await close()
  })
}
