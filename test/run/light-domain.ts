// In the place of async-hook-domain, by which tap finds the test that an error belongs to which nobody
// caught: it follows every promise and timer of the process, which costs several in a hundred. Here the
// error is told to the innermost test that runs.

type Handler = (error: unknown, event: string) => unknown

const open: Domain[] = []

export class Domain {
  readonly onerror: Handler

  constructor(onerror: Handler) {
    this.onerror = onerror
    open.push(this)
  }

  destroy(): void {
    const at = open.indexOf(this)
    if (at >= 0) open.splice(at, 1)
  }
}

// Rejections that nobody handles come by here too.
process.on('uncaughtExceptionMonitor', (error, event) => {
  const isTaken =
    process.hasUncaughtExceptionCaptureCallback() || process.listenerCount('uncaughtException') > 0
  const innermost = open.at(-1)
  if (isTaken || innermost === undefined) return
  innermost.onerror(error, event)
  // The process goes on.
  process.setUncaughtExceptionCaptureCallback(() => {
    process.setUncaughtExceptionCaptureCallback(null)
  })
})
