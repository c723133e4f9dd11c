import type { Plan } from '../../contract/billing.ts'
import type { StudioVideo } from '../../contract/studio.ts'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'

/** What access can be given to. Both are empty until they are known. */
export interface ThingsToWatch {
  plans: readonly Plan[]
  videos: readonly StudioVideo[]
}

export function useThingsToWatch(): ThingsToWatch {
  const { value } = useLoad('things', async (signal) => {
    const [{ plans }, { videos }] = await Promise.all([
      api.get<{ plans: Plan[] }>('/api/plans', signal),
      api.get<{ videos: StudioVideo[] }>('/api/studio/videos', signal),
    ])
    return { plans, videos: videos }
  })
  return value ?? { plans: [], videos: [] }
}

/** The name of what was given; its id where it is no longer there. */
export function nameOf(
  { planId, videoId }: { planId: string | null; videoId: string | null },
  { plans, videos }: ThingsToWatch,
): string {
  if (planId !== null) return plans.find(({ id }) => id === planId)?.name ?? planId
  return videos.find(({ id }) => id === videoId)?.title ?? videoId ?? ''
}
