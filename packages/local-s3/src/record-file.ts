import { type FileHandle, open, rm } from 'node:fs/promises'

// A record is one file: the bytes, then what is known of them as JSON, then the JSON's length and a
// mark. One rename commits both, and the bytes lie at the front, so that any range of them is one
// plain read.

const mark = Buffer.from('matinee1')
const footerSize = 4 + mark.length
/** Enough for the description of all but the largest multipart objects in a single read. */
const firstGuess = 4096

/**
 * Writes `source` and then the description that `describe` gives once all bytes are known. Flushed
 * when it resolves; removed again when anything fails.
 */
export async function writeRecord(
  path: string,
  source: AsyncIterable<Uint8Array>,
  describe: () => unknown,
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    for await (const chunk of source) await writeAll(file, chunk)
    const description = Buffer.from(JSON.stringify(describe()))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(description.length)
    await writeAll(file, Buffer.concat([description, length, mark]))
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  await file.close()
}

/** A single write may stop short, on a disk that is nearly full for one. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    at += (await file.write(bytes, at, bytes.length - at)).bytesWritten
  }
}

/** The description at the end of a record. The caller keeps and closes the handle. */
export async function readDescription<T>(file: FileHandle): Promise<T> {
  const { size } = await file.stat()
  let tail = await readTail(file, size, Math.min(size, firstGuess))
  if (tail.length < footerSize || !tail.subarray(-mark.length).equals(mark)) {
    throw new Error('A file among the stored objects is not a record; it was changed from outside.')
  }
  const length = tail.readUInt32LE(tail.length - footerSize)
  if (length + footerSize > tail.length) tail = await readTail(file, size, length + footerSize)
  const end = tail.length - footerSize
  return JSON.parse(tail.toString('utf8', end - length, end)) as T
}

async function readTail(file: FileHandle, size: number, count: number): Promise<Buffer> {
  const buffer = Buffer.alloc(count)
  const { bytesRead } = await file.read(buffer, 0, count, size - count)
  return buffer.subarray(0, bytesRead)
}
