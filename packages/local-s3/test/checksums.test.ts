import t from 'tap'
import { checksumNames, isChecksumName, openChecksum } from '../src/checksums.ts'

/** The check values of the CRC catalogue: each algorithm over "123456789". */
const checks = {
  crc32: 'cbf43926',
  crc32c: 'e3069283',
  crc64nvme: 'ae8b14860a799888',
  sha1: 'f7c3bc1d808e04732adf679965ccc34ca7ae3441',
  sha256: '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225',
}

for (const name of checksumNames) {
  t.test(`${name} gives its catalogue value, whole or in pieces`, async (t) => {
    for (const pieces of [['123456789'], ['1234', '', '56789'], [...'123456789']]) {
      const sum = openChecksum(name)
      for (const piece of pieces) sum.update(Buffer.from(piece))
      t.equal(Buffer.from(sum.digest(), 'base64').toString('hex'), checks[name])
    }
  })
}

t.test('only known algorithms are taken', async (t) => {
  t.equal(isChecksumName('crc32'), true)
  t.equal(isChecksumName('md5'), false)
})
