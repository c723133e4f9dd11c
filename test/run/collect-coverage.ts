// Loaded before everything else by every Node process of a run that measures: writes at its end which
// blocks of our code have run. Like NODE_V8_COVERAGE, but without what is not ours, which is most.
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const directory = process.env.TEST_COVERAGE
const root = pathToFileURL(join(import.meta.dirname, '..', '..', '..')).href
const ours = /^\/(dist\/(server\/(?!clients\/prisma\/)|player\/)|packages\/[^/]+\/dist\/src\/)/
const isOurs = (url: string) => url.startsWith(root) && ours.test(url.slice(root.length))

if (directory !== undefined) {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  process.once('exit', () => {
    session.post('Profiler.takePreciseCoverage', (_error, taken) => {
      const result = (taken as Profiler.TakePreciseCoverageReturnType).result.filter(({ url }) =>
        isOurs(url),
      )
      if (result.length === 0) return
      writeFileSync(join(directory, `${randomUUID()}.json`), JSON.stringify({ result }))
    })
  })
}
