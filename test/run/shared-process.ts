// Runs test files one after another in one process, as its parent names them: most of what a small file
// costs is loading the server and its libraries, and here they are loaded once.
import { register } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { TestOpts } from 'tap'
import { giveTest } from './tap-of-file.ts'

export interface Asked {
  path: string
  timeoutMs: number
}

export interface Answered {
  /** As TAP. */
  output: string
}

register('./tap-resolver.js', import.meta.url)
// Not before the hook is there.
const { Test } = await import('tap')

function run({ path, timeoutMs }: Asked): Promise<Answered> {
  const url = pathToFileURL(path).href
  const options: TestOpts = { name: path, timeout: timeoutMs }
  const test = new Test(options)
  let output = ''
  test.on('data', (chunk: string | Buffer) => {
    output += chunk
  })
  test.cb = async () => {
    giveTest(url, test)
    await import(url)
  }
  return new Promise((resolve) => {
    test.runMain(() => {
      // The process outlives the file, and with it the time that the file was given.
      test.setTimeout(0)
      resolve({ output })
    })
  })
}

process.on('message', async (asked: Asked) => {
  const answered = await run(asked)
  process.send?.(answered)
})
process.once('disconnect', () => process.exit())
