import { say } from '../../../contract/words/server.ts'
import { CaptionsRefused } from './cue.ts'

const encodings: [mark: number[], name: string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * Text as it is stored: UTF-8, or UTF-16 as its byte order mark says, with line breaks of one kind.
 *
 * @throws CaptionsRefused when it is neither
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = encodings.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  try {
    // The decoder takes the mark away.
    const text = new TextDecoder(marked?.[1] ?? 'utf-8', { fatal: true }).decode(bytes)
    return text.replaceAll(/\r\n?/g, '\n')
  } catch {
    throw new CaptionsRefused(say('captions.encoding'))
  }
}
