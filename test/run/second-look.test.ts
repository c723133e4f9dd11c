import t from 'tap'
import type { TestFile } from './choose.ts'
import type { Outcome } from './run-file.ts'
import { lookAgain, mostFiles } from './second-look.ts'

const file = (name: string): TestFile => ({ name, path: `${name}.test.js`, package: null })
const outcome = (failed: number): Outcome => ({ passed: 3, failed, seconds: 1, report: '' })
const isTimed = ({ name }: TestFile) => name.startsWith('player')

function looked(files: Record<string, number>, second = 0) {
  const ran: string[] = []
  const outcomes = new Map(
    Object.entries(files).map(([name, failed]) => [file(name), outcome(failed)] as const),
  )
  const looks = lookAgain(outcomes, isTimed, async ({ name }) => {
    ran.push(name)
    return outcome(second)
  })
  return looks.then((found) => ({ ran, found }))
}

t.test('only what failed, and plays or encodes, is looked at again, once', async (t) => {
  const files = { 'player/start': 1, 'player/end': 0, 'billing/plans': 2 }
  const { ran, found } = await looked(files)
  t.same(ran, ['player/start'])
  t.match(found, [{ file: { name: 'player/start' }, first: { failed: 1 }, second: { failed: 0 } }])
})

t.test('what fails again is told as it is', async (t) => {
  const { ran, found } = await looked({ 'player/start': 1 }, 1)
  t.same(ran, ['player/start'])
  t.match(found, [{ second: { failed: 1 } }])
})

t.test('where much has failed there is no second look', async (t) => {
  const names = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`player/${i}`, 1]))
  t.equal((await looked(names(mostFiles))).ran.length, mostFiles)
  t.same((await looked(names(mostFiles + 1))).ran, [])
})
