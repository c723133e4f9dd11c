import type { DatabaseTransaction } from '../../clients/database.ts'
import type { FoundCaption } from '../pieces/piece-result.ts'
import { storeCaption } from './take-captions.ts'

/**
 * Gives a film the captions that were found in its file, in languages in which nobody has uploaded any,
 * in place of what was found in an earlier file.
 *
 * @returns keys of what nothing refers to any more
 */
export async function storeFoundCaptions(
  transaction: DatabaseTransaction,
  videoId: string,
  found: readonly FoundCaption[],
): Promise<string[]> {
  const before = await transaction.caption.findMany({ where: { videoId } })
  const isUploaded = (language: string) =>
    before.some((caption) => caption.language === language && !caption.fromFile)
  const dropped: string[] = []
  for (const caption of found.filter(({ language }) => !isUploaded(language))) {
    const replaced = await storeCaption(transaction, { ...caption, videoId, fromFile: true })
    if (replaced !== null) dropped.push(replaced)
  }
  const languages = found.map(({ language }) => language)
  const gone = before.filter((caption) => caption.fromFile && !languages.includes(caption.language))
  await transaction.caption.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  return [...dropped, ...gone.map(({ key }) => key)]
}
