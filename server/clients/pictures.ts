import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ffmpeg } from './ffmpeg.ts'
import { ProgramFailed } from './run-program.ts'

/** ffmpeg's readers of the pictures that are taken, by how their files begin. */
export function pictureReader(bytes: Buffer): string | null {
  if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'png_pipe'
  if (bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff') return 'jpeg_pipe'
  const riff = bytes.subarray(0, 4).toString('latin1') === 'RIFF'
  return riff && bytes.subarray(8, 12).toString('latin1') === 'WEBP' ? 'webp_pipe' : null
}

export interface PictureOutput {
  /** As ffmpeg's -vf has it. */
  filter: string
  codec: keyof typeof codecs
}

const codecs = {
  png: ['-f', 'image2', '-c:v', 'png'],
  mjpeg: ['-f', 'image2', '-c:v', 'mjpeg', '-q:v', '3'],
  webp: ['-f', 'webp', '-c:v', 'libwebp', '-quality', '78', '-compression_level', '5'],
  avif: [
    ...['-f', 'avif', '-c:v', 'libaom-av1', '-still-picture', '1', '-usage', 'allintra'],
    ...['-cpu-used', '7', '-crf', '27', '-b:v', '0'],
  ],
}

const mostPixels = 8000 * 8000
const limits = { cpuSeconds: 40, seconds: 300, memoryBytes: 2 * 2 ** 30, fileBytes: 8 * 2 ** 20 }

/** Whether `encodePicture` failed for the picture, and will again. */
export const isPictureFault = (error: unknown): boolean =>
  error instanceof ProgramFailed && ['exit', 'work', 'output'].includes(error.end)

/**
 * Decodes a picture and encodes it anew, so that nothing but the picture is left of the file.
 *
 * @param reader as `pictureReader` says
 * @returns one file for each output
 * @throws ProgramFailed for what is no picture, or too large a one; whose `end` is `time` where the machine
 *   was too busy
 */
export async function encodePicture(
  ffmpeg: Pick<Ffmpeg, 'run'>,
  bytes: Buffer,
  reader: string,
  outputs: readonly PictureOutput[],
): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-picture-'))
  const output = ({ filter, codec }: PictureOutput, i: number) => [
    ...['-map', '0:v:0', '-frames:v', '1', '-vf', filter, '-map_metadata', '-1'],
    ...[...codecs[codec], String(i)],
  ]
  try {
    await writeFile(join(folder, 'given'), bytes)
    const input = ['-protocol_whitelist', 'file', '-max_pixels', String(mostPixels), '-f', reader]
    const args = [...input, '-i', 'given', ...outputs.flatMap(output)]
    // Somebody waits for it, mostly.
    await ffmpeg.run(args, { cwd: folder, limits, background: false })
    return await Promise.all(outputs.map((_, i) => readFile(join(folder, String(i)))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
