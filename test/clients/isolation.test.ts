import { createServer } from 'node:net'
import t from 'tap'
import { findIsolation } from '../../server/clients/isolation.ts'
import { ProgramFailed, runProgram } from '../../server/clients/run-program.ts'

const isolation = await findIsolation()
// Linux has it, unless a container forbids namespaces: there nobody shall believe that it was tested.
const skip = process.platform !== 'linux' && 'this platform has no way to take the network away'

t.test('a program that runs apart reaches nothing, not even this machine', { skip }, async (t) => {
  t.ok(isolation.length > 0, 'unshare takes the network away')
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as { port: number }
  const code = `require('net').connect(${port}, '127.0.0.1').on('error', () => process.exit(7))`
  const run = (words: readonly string[]) =>
    runProgram(process.execPath, ['-e', code], { limits: { seconds: 20 }, isolation: words })
  await run([])
  t.equal(connections, 1)
  await t.rejects(run(isolation), ProgramFailed)
  t.equal(connections, 1)
})
