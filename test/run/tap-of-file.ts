// What a test file gets for `tap` when it shares its process: a test of its own in the place of the root
// test, of which tap has one a process.
import type { Test } from 'tap'

const tests = new Map<string, Test>()

export const giveTest = (file: string, test: Test) => tests.set(file, test)

export function testOf(file: string): Test {
  const test = tests.get(file)
  if (test === undefined) throw new Error(`${file} is not being run.`)
  tests.delete(file)
  return test
}
