import type { Plan } from '../site/contract.ts'
import { api } from '../site/site-api.ts'
import { useLoad } from '../site/use-load.ts'
import type { StudioFilm } from './contract.ts'

/** What access can be given to. Both are empty until they are known. */
export interface ThingsToWatch {
  plans: readonly Plan[]
  films: readonly StudioFilm[]
}

export function useThingsToWatch(): ThingsToWatch {
  const { value } = useLoad('things', async (signal) => {
    const [{ plans }, { videos }] = await Promise.all([
      api.get<{ plans: Plan[] }>('/api/plans', signal),
      api.get<{ videos: StudioFilm[] }>('/api/studio/videos', signal),
    ])
    return { plans, films: videos }
  })
  return value ?? { plans: [], films: [] }
}

/** The name of what was given; its id where it is no longer there. */
export function nameOf(
  { planId, videoId }: { planId: string | null; videoId: string | null },
  { plans, films }: ThingsToWatch,
): string {
  if (planId !== null) return plans.find(({ id }) => id === planId)?.name ?? planId
  return films.find(({ id }) => id === videoId)?.title ?? videoId ?? ''
}
