import { createHash } from 'node:crypto'
import t from 'tap'
import { type ClaimedPart, joinParts, type UploadedPart } from '../src/join-parts.ts'

const smallest = 5 * 1024 ** 2
const md5 = (text: string) => createHash('md5').update(text).digest('hex')
const stored = (number: number, size = smallest, checksum: string | null = null): UploadedPart => ({
  ...{ number, size, checksum, md5: md5(`part ${number}`), modified: 0 },
})
const claim = (number: number, checksum: string | null = null): ClaimedPart => ({
  ...{ number, checksum, etag: md5(`part ${number}`) },
})

t.test('parts become one object, numbered as they like as long as they ascend', async (t) => {
  const joined = joinParts([claim(2), claim(7)], [stored(2), stored(5), stored(7, 3)], null)
  const tag = createHash('md5').update(md5('part 2'), 'hex').update(md5('part 7'), 'hex')
  t.same(joined, {
    size: smallest + 3,
    etag: `${tag.digest('hex')}-2`,
    checksum: null,
    parts: [
      { number: 2, size: smallest },
      { number: 7, size: 3 },
    ],
  })
})

t.test('every part but the last has at least 5 MiB', async (t) => {
  t.doesNotThrow(() => joinParts([claim(1)], [stored(1, 0)], null))
  t.doesNotThrow(() => joinParts([claim(1), claim(2)], [stored(1), stored(2, 1)], null))
  t.throws(() => joinParts([claim(1), claim(2)], [stored(1, smallest - 1), stored(2)], null), {
    code: 'EntityTooSmall',
    members: { PartNumber: 1, ProposedSize: smallest - 1 },
  })
})

t.test('what was not stored, or was replaced, or comes in disorder is refused', async (t) => {
  const all = [stored(1), stored(2)]
  const refuse = (claimed: ClaimedPart[], code: string) =>
    t.throws(() => joinParts(claimed, all, null), { code })
  refuse([], 'MalformedXML')
  refuse([claim(3)], 'InvalidPart')
  refuse([{ ...claim(1), etag: md5('other') }], 'InvalidPart')
  refuse([claim(2), claim(1)], 'InvalidPartOrder')
  refuse([claim(1), claim(1)], 'InvalidPartOrder')
})

t.test('an upload with checksums wants each, and sums them up', async (t) => {
  const sum = createHash('sha256').update('x').digest('base64')
  const parts = [stored(1, 1, sum)]
  const joined = joinParts([claim(1, sum)], parts, 'sha256')
  const whole = createHash('sha256').update(sum, 'base64').digest('base64')
  t.same(joined.checksum, { name: 'sha256', value: `${whole}-1`, type: 'COMPOSITE' })
  t.throws(() => joinParts([claim(1)], parts, 'sha256'), { code: 'InvalidRequest' })
  t.throws(() => joinParts([claim(1, 'other')], parts, 'sha256'), { code: 'InvalidPart' })
})
