import t from 'tap'
import type { Connection } from '../../../server/clients/storage/connect.ts'
import { copyObject } from '../../../server/clients/storage/copy.ts'
import { objectCalls } from '../../../server/clients/storage/objects.ts'

interface Command {
  constructor: { name: string }
  input: Record<string, unknown>
}

/** A client whose answers are told by the command's name, and what it was asked. */
function client(...answers: [name: string, answer: (input: Command['input']) => unknown][]) {
  const asked: string[] = []
  const send = async (command: Command) => {
    const name = command.constructor.name.replace(/Command$/, '')
    asked.push(name)
    return answers.find(([known]) => known === name)?.[1](command.input) ?? {}
  }
  return { asked, send }
}

const storageOf = (send: unknown) => {
  const both = { send } as unknown as Connection['client']
  return objectCalls({
    ...{ client: both, patient: both, bucket: 'films' },
    credentials: () => Promise.reject(new Error('none are asked for')),
    close: () => undefined,
  })
}
const refusal = (name: string, httpStatusCode: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } })
const listed = { Contents: [{ Key: 'a/1' }, { Key: 'a/2' }] }

t.test('where DeleteObjects is refused, objects are deleted one by one', async (t) => {
  for (const error of [refusal('AccessDenied', 403), refusal('InvalidDigest', 400)]) {
    const { asked, send } = client(
      ['ListObjectsV2', () => listed],
      ['DeleteObjects', () => Promise.reject(error)],
    )
    const storage = storageOf(send)
    t.equal(await storage.deletePrefix('a/'), 2)
    t.same(asked, ['ListObjectsV2', 'DeleteObjects', 'DeleteObject', 'DeleteObject'], error.name)
    asked.length = 0
    await storage.deletePrefix('a/')
    t.same(asked, ['ListObjectsV2', 'DeleteObject', 'DeleteObject'], 'and it is not asked again')
  }
})

t.test('a server that fails is not asked in another way', async (t) => {
  const { asked, send } = client(
    ['ListObjectsV2', () => listed],
    ['DeleteObjects', () => Promise.reject(refusal('InternalError', 500))],
  )
  await t.rejects(storageOf(send).deletePrefix('a/'), { code: 'UNAVAILABLE' })
  t.same(asked, ['ListObjectsV2', 'DeleteObjects'])
})

t.test('what is too large to be copied at once is copied in parts', async (t) => {
  const gibibyte = 1024 ** 3
  const ranges: unknown[] = []
  const copyPart = ({ CopySourceRange, CopySource }: Command['input']) => {
    t.equal(CopySource, 'films/originals/a%20b')
    ranges.push(CopySourceRange)
    return { CopyPartResult: { ETag: `"${ranges.length}"` } }
  }
  const { asked, send } = client(
    ['HeadObject', () => ({ ContentLength: 5 * gibibyte + 1, ETag: '"e"' })],
    ['CreateMultipartUpload', () => ({ UploadId: 'u' })],
    ['UploadPartCopy', copyPart],
  )
  const place = { client: { send } as unknown as Connection['client'], bucket: 'films' }
  t.equal(await copyObject(place, 'originals/a b', 'trash/a b'), true)
  t.equal(ranges.length, 6)
  t.equal(ranges[0], `bytes=0-${gibibyte - 1}`)
  t.equal(ranges[5], `bytes=${5 * gibibyte}-${5 * gibibyte}`)
  t.equal(asked.at(-1), 'CompleteMultipartUpload')
})
