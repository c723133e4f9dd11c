import type { Storage } from '../clients/storage.ts'
import { readTiming } from '../transcode/captions/timing.ts'

/** Whoever sees a preview asks for the same: so many are kept, the latest. */
const mostKept = 200

/** The head, and what is written for whoever edits the file: whatever stands there is no time. */
const noCaption = /^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/

/**
 * What is said up to the end of a preview: the rest is for those who may watch it.
 *
 * @param text WebVTT as it is stored, each caption set off by a blank line
 */
function captionsBefore(text: string, endSeconds: number): string {
  const isBefore = (block: string) =>
    noCaption.test(block) ||
    block.split('\n').every((line) => {
      const timing = readTiming(line, 0)
      return timing === null || timing.startSeconds < endSeconds
    })
  return text
    .split(/\n{2,}/)
    .filter(isBefore)
    .join('\n\n')
}

/** Reads captions from the bucket, and hands out what of them belongs to a preview. */
export function openPreviewCaptions({ getBytes }: Pick<Storage, 'getBytes'>) {
  const kept = new Map<string, Promise<string | null>>()

  async function read(key: string, endSeconds: number): Promise<string | null> {
    const bytes = await getBytes(key)
    return bytes === null ? null : captionsBefore(new TextDecoder().decode(bytes), endSeconds)
  }

  /** @returns WebVTT; null where it is gone. @throws what the bucket throws */
  return (key: string, endSeconds: number): Promise<string | null> => {
    const name = `${endSeconds} ${key}`
    const known = kept.get(name)
    if (known !== undefined) return known
    const asked = read(key, endSeconds)
    kept.set(name, asked)
    asked.catch(() => kept.delete(name))
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return asked
  }
}

export type PreviewCaptions = ReturnType<typeof openPreviewCaptions>
