import { siteWords } from '../../contract/words/site.ts'

/** "S1 E2"; undefined for what is no episode. */
export const episodeName = ({
  season,
  episode,
}: {
  season: number | null
  episode: number | null
}): string | undefined =>
  season === null || episode === null ? undefined : siteWords('episodeShort', { season, episode })
