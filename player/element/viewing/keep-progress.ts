import type { Api } from '../source/api.ts'
import { Refused } from '../source/problems.ts'
import type { Source } from '../source/source.ts'
import { Progress } from './progress.ts'

interface Place {
  videoId: string
  /** Of the session that plays; undefined: none does. */
  token: string | undefined
  positionSeconds: number
}

/**
 * Remembers where the viewer is while the film plays, as the viewer of the session: by far the most frequent
 * thing that players say, and this way costs least. By their sign-in where that session is over.
 */
export async function keepProgress(
  api: Pick<Api, 'keepProgress' | 'saveProgress'>,
  { videoId, token, positionSeconds }: Place,
): Promise<void> {
  if (token !== undefined) {
    try {
      return await api.keepProgress(token, positionSeconds)
    } catch (error) {
      // A stranger has nowhere to keep it.
      if (!(error instanceof Refused) || error.problem.status === 401) throw error
    }
  }
  await api.saveProgress(videoId, positionSeconds)
}

/** Where the viewer of a film is, told to the API. */
export const openProgress = (source: Pick<Source, 'api' | 'token'>, videoId: string): Progress =>
  new Progress({
    keep: (positionSeconds) =>
      keepProgress(source.api, { videoId, token: source.token, positionSeconds }),
    save: (seconds) => source.api.saveProgress(videoId, seconds),
  })
