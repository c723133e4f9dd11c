import { say } from '../../../contract/words/server.ts'
import { encodingOf } from '../../uploads/file-kind.ts'
import { CaptionsRefused } from './cue.ts'

/**
 * Text as it is stored: UTF-8, or UTF-16 as its first bytes say, with line breaks of one kind.
 *
 * @throws CaptionsRefused when it is neither
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    // The decoder takes the mark away.
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    return text.replaceAll(/\r\n?/g, '\n')
  } catch {
    throw new CaptionsRefused(say('captions.encoding'))
  }
}
