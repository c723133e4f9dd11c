import { createHash } from 'node:crypto'
import zlib from 'node:zlib'

/** The checksum algorithms by the names of their headers, `x-amz-checksum-<name>`. */
export const checksumNames = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const
export type ChecksumName = (typeof checksumNames)[number]

export interface Checksum {
  update(chunk: Uint8Array): void
  /** Base64 of the big-endian value, as S3 writes it. */
  digest(): string
}

export const isChecksumName = (name: string): name is ChecksumName =>
  (checksumNames as readonly string[]).includes(name)

export function openChecksum(name: ChecksumName): Checksum {
  if (name === 'sha1' || name === 'sha256') {
    const hash = createHash(name)
    return { update: (chunk) => hash.update(chunk), digest: () => hash.digest('base64') }
  }
  if (name === 'crc64nvme') return crc64nvme()
  return crc32Like(name === 'crc32' ? zlib.crc32 : crc32c)
}

function crc32Like(step: (chunk: Uint8Array, value: number) => number): Checksum {
  let value = 0
  return {
    update: (chunk) => {
      value = step(chunk, value)
    },
    digest: () => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(value >>> 0)
      return bytes.toString('base64')
    },
  }
}

/** Castagnoli's polynomial, bits reversed. */
const castagnoli = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1
  return value
})

function crc32c(chunk: Uint8Array, before: number): number {
  let value = ~before
  for (const byte of chunk) value = (value >>> 8) ^ (castagnoli[(value ^ byte) & 0xff] ?? 0)
  return ~value >>> 0
}

/** The polynomial of CRC-64/NVME, bits reversed. Halves, because 64-bit integers are slow here. */
const nvme = (() => {
  const high = new Uint32Array(256)
  const low = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let value = BigInt(byte)
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1n ? (value >> 1n) ^ 0x9a6c9329ac4bc9b5n : value >> 1n
    }
    high[byte] = Number(value >> 32n)
    low[byte] = Number(value & 0xffffffffn)
  }
  return { high, low }
})()

function crc64nvme(): Checksum {
  let high = 0xffffffff
  let low = 0xffffffff
  return {
    update: (chunk) => {
      for (const byte of chunk) {
        const index = (low ^ byte) & 0xff
        low = ((low >>> 8) | (high << 24)) ^ (nvme.low[index] ?? 0)
        high = (high >>> 8) ^ (nvme.high[index] ?? 0)
      }
    },
    digest: () => {
      const bytes = Buffer.alloc(8)
      bytes.writeUInt32BE(~high >>> 0, 0)
      bytes.writeUInt32BE(~low >>> 0, 4)
      return bytes.toString('base64')
    },
  }
}
