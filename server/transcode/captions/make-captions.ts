import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../../contract/words/server.ts'
import { captionKey } from '../../catalog/object-keys.ts'
import { ProgramFailed } from '../../clients/run-program.ts'
import { inputArguments } from '../pieces/ffmpeg-arguments.ts'
import type { PieceWork } from '../pieces/make-segments.ts'
import type { FoundCaption, PieceResult } from '../pieces/piece-result.ts'
import { languageLabel } from '../plan/language-label.ts'
import type { TextFacts } from '../probe/source-facts.ts'
import { CaptionsRefused } from './cue.ts'
import { readOwnCaptions } from './read-captions.ts'
import { putCaptions } from './take-captions.ts'

/** Takes the text tracks of a film's own file as captions. What of them cannot be read is left out. */
export async function makeCaptions(work: PieceWork): Promise<PieceResult> {
  const { folder, plan } = work
  const { texts } = plan.source
  const allRead = await extract(work, texts)
  const captions: FoundCaption[] = []
  for (const text of texts) {
    // By themselves, where one that is broken or too large has ended the others.
    if (!allRead && (texts.length === 1 || !(await extract(work, [text])))) continue
    const caption = await take(work, text, join(folder, fileOf(text)))
    if (caption !== null) captions.push(caption)
  }
  return { captions }
}

/** Writes text tracks into files of their own. False where that cannot be done. */
async function extract(
  { deps, encodeId, plan, source, folder, signal }: PieceWork,
  texts: readonly TextFacts[],
): Promise<boolean> {
  const outputs = texts.flatMap((text) => [
    ...['-map', `0:${text.stream}`, '-c:s', codecs[text.form]],
    ...['-f', text.form, fileOf(text)],
  ])
  const limits = { seconds: 1_800, fileBytes: 2 ** 23 }
  try {
    await deps.ffmpeg.run([...inputArguments(source, plan.source.startSeconds), ...outputs], {
      ...{ cwd: folder, signal, limits },
    })
    return true
  } catch (error) {
    if (!(error instanceof ProgramFailed) || error.end !== 'exit') throw error
    const streams = texts.map(({ stream }) => stream)
    deps.log.warn({ encodeId, streams, log: error.log }, 'text tracks cannot be read')
    return false
  }
}

const codecs = { srt: 'srt', ass: 'ass', webvtt: 'webvtt' } as const

const fileOf = ({ form, stream }: TextFacts): string => `text-${stream}.${form}`

async function take(
  { deps, videoId, encodeId, plan }: PieceWork,
  text: TextFacts,
  path: string,
): Promise<FoundCaption | null> {
  const { stream, language } = text
  try {
    const webvtt = readOwnCaptions(await readFile(path))
    const key = captionKey(videoId, idOf(encodeId, stream))
    await putCaptions(deps, key, webvtt)
    return { language, label: labelOf(text, plan.source.texts), key }
  } catch (error) {
    if (!(error instanceof CaptionsRefused)) throw error
    deps.log.warn({ encodeId, stream, reason: error.message }, 'a text track cannot be read')
    return null
  }
}

/** By its title, with the language where others are called the same ("SDH"). */
function labelOf({ title, language }: TextFacts, all: readonly TextFacts[]): string {
  const called = title?.trim() ?? ''
  const name = language === 'und' ? say('encodes.textTrack') : languageLabel(language)
  if (called === '') return name
  const same = all.filter((other) => other.title?.trim() === called)
  return same.length > 1 ? `${name} (${called})` : called
}

/** The same at each try, so that none leaves anything behind. */
function idOf(encodeId: string, stream: number): string {
  const hash = createHash('sha256').update(`${encodeId} ${stream}`).digest('hex')
  return [8, 4, 4, 4, 12]
    .map((length, index, all) => {
      const from = all.slice(0, index).reduce((sum, each) => sum + each, 0)
      return hash.slice(from, from + length)
    })
    .join('-')
}
