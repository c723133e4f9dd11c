import { parseText, type VTTCue } from 'media-captions'
import { vttTime } from '../catalog/vtt-time.ts'

/** Captions that cannot be used. Its message is for who uploaded them: what is wrong, what to do. */
export class CaptionsRefused extends Error {
  override readonly name = 'CaptionsRefused'
}

const byteOrderMark = /^\uFEFF/

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CaptionsRefused(
      'The captions are not stored as UTF-8. Save them as UTF-8 text and upload them again.',
    )
  }
}

/**
 * Reads a WebVTT or SubRip file and answers it as WebVTT. Nothing is dropped in silence: a file of
 * which a part cannot be read is refused with the line to look at.
 *
 * @throws CaptionsRefused
 */
export async function readCaptions(bytes: Uint8Array): Promise<string> {
  const text = decode(bytes).replace(byteOrderMark, '').replaceAll(/\r\n?/g, '\n')
  const type = /^WEBVTT(?=[ \t\n]|$)/.test(text) ? 'vtt' : 'srt'
  const { cues, errors } = await parseText(text, { type, strict: false, errors: true })
  const [error] = errors
  if (error !== undefined) {
    throw new CaptionsRefused(
      `Line ${error.line} of the captions cannot be read. Correct it and upload the file again.`,
    )
  }
  if (cues.length === 0) {
    throw new CaptionsRefused('There is no caption in this file. Choose another one.')
  }
  // The parser leaves out a cue that ends before it begins.
  const lost = (text.match(/-->/g)?.length ?? 0) - cues.length
  if (lost > 0) {
    throw new CaptionsRefused(
      `${lost} of the captions end before they begin. Correct them and upload the file again.`,
    )
  }
  // WebVTT stays as it is, with its styles, regions and notes.
  return type === 'vtt' ? text : toWebVtt(cues)
}

function toWebVtt(cues: readonly VTTCue[]): string {
  const blocks = cues.map(({ startTime, endTime, text }) =>
    [`${vttTime(startTime)} --> ${vttTime(endTime)}${placeOf(text)}`, toCueText(text)].join('\n'),
  )
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`
}

/** `{\an8}` and its kin: numbers as on a keypad, 7 to 9 at the top of the picture. */
const placeOf = (text: string): string => (/\{\\an[789]\}/.test(text) ? ' line:0' : '')

/** Of SubRip's tags WebVTT has bold, italics and underline; everything else in `<` or `&` is text. */
function toCueText(text: string): string {
  return text
    .replaceAll(/\{\\[^}]*\}/g, '')
    .replaceAll(/<\/?font\b[^>]*>/gi, '')
    .replaceAll(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm|#\d+|#x[0-9a-f]+);)/gi, '&amp;')
    .replaceAll(/<(?!\/?[biu]>)/gi, '&lt;')
    .replaceAll(
      /<(\/?)([BIU])>/g,
      (_, slash: string, tag: string) => `<${slash}${tag.toLowerCase()}>`,
    )
}
