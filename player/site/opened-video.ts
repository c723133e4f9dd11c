import type { OpenedVideo } from '../../contract/catalog.ts'
import { readBlock } from '../ui/read-block.ts'

let known: OpenedVideo | null | undefined

/**
 * The film whose page this document was opened as. Its picture is on screen before it is known who looks at
 * it, and goes on being that one: another address of the same picture would be another picture.
 *
 * @returns null where it is not the film of `idOrSlug`
 */
export function openedVideo(idOrSlug: string): OpenedVideo | null {
  known ??= readBlock<OpenedVideo>('video')
  return known !== null && [known.id, known.slug].includes(idOrSlug) ? known : null
}
