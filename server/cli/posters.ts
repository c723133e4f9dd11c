import type { Services } from '../services.ts'
import { renewPosters } from '../transcode/posters/renew-posters.ts'
import type { Terminal } from './terminal.ts'

type Deps = Pick<Services, 'database' | 'storage' | 'ffmpeg' | 'log'> & Terminal

export const postersHelp = `matinee posters      make the sizes and formats that posters of an earlier version lack`

/**
 * `matinee posters`: films that were there before posters had sizes and formats.
 *
 * @throws Error whose message is the sentence to show
 */
export async function runPostersCommand(deps: Deps, args: string[]): Promise<void> {
  if (args.length > 0) throw new Error(postersHelp)
  const counts = { made: 0, failed: 0 }
  await renewPosters(deps, (title, isMade) => {
    counts[isMade ? 'made' : 'failed'] += 1
    deps.say(isMade ? `made      ${title}` : `left out  ${title}: its poster cannot be read`)
  })
  if (counts.failed > 0) throw new Error('Some posters could not be read: upload others for them.')
  deps.say(
    counts.made === 0 ? 'Every poster has all of it already.' : `${counts.made} posters renewed.`,
  )
}
