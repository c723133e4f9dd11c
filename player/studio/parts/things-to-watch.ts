import { useState } from 'preact/hooks'
import type { Plan } from '../../../contract/billing.ts'
import type { StudioVideo } from '../../../contract/studio.ts'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'

/** What access can be given to, and of films those with some words in their titles. */
export interface ThingsToWatch {
  plans: readonly Plan[]
  videos: readonly StudioVideo[]
  /** There are other films than these. */
  hasMore: boolean
  q: string
  search(q: string): void
}

/** Everything is empty until it is known. */
export function useThingsToWatch(): ThingsToWatch {
  const [q, search] = useState('')
  const plans = useLoad('plans', (signal) => api.get<{ plans: Plan[] }>('/api/plans', signal))
  const films = useLoad(`films ${q}`, (signal) =>
    api.get<{ videos: StudioVideo[]; nextCursor: string | null }>(
      `/api/studio/videos?${new URLSearchParams({ limit: '100', ...(q && { q }) })}`,
      signal,
    ),
  )
  const found = films.value ?? films.last
  return {
    plans: plans.value?.plans ?? [],
    videos: found?.videos ?? [],
    hasMore: q !== '' || (found?.nextCursor ?? null) !== null,
    ...{ q, search },
  }
}

/** The name of what was given; its id where it is no longer there. */
export function nameOf(
  {
    planId,
    videoId,
    title,
  }: { planId: string | null; videoId: string | null; title: string | null },
  { plans }: ThingsToWatch,
): string {
  if (planId !== null) return plans.find(({ id }) => id === planId)?.name ?? planId
  return title ?? videoId ?? ''
}
