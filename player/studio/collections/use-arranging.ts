import { useState } from 'preact/hooks'
import type { StudioCollection } from '../../../contract/collections.ts'
import { api } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { type Intent, standAlike } from './collection-lists.ts'

/** What changes a collection, beside others who may be at it as well. */
export interface Arranging {
  /** Someone else has moved something meanwhile: it is shown, and what was wanted has not been done. */
  isStale: boolean
  /** Answers whether it was done. */
  change(intent: Intent): Promise<boolean>
  /** Does to what they have made of it what was wanted. */
  again(): Promise<void>
  leave(): void
}

export function useArranging(
  collection: StudioCollection,
  onChanged: (collection: StudioCollection) => void,
): Arranging {
  const [refused, setRefused] = useState<{ intent: Intent }>()

  async function change(intent: Intent, before = collection): Promise<boolean> {
    const body = { ...intent(before), version: before.version }
    const path = `/api/studio/collections/${collection.id}`
    try {
      onChanged(await api.request<StudioCollection>('PATCH', path, { body }))
      setRefused(undefined)
      return true
    } catch (error) {
      if (!(error instanceof Problem) || error.document.current === undefined) throw error
      const now = error.document.current as StudioCollection
      // They have changed something that has nothing to do with the order.
      if (standAlike(now, before) && now.version !== before.version) return change(intent, now)
      onChanged(now)
      setRefused({ intent })
      return false
    }
  }

  return {
    isStale: refused !== undefined,
    change: (intent) => change(intent),
    again: async () => {
      if (refused !== undefined) await change(refused.intent)
    },
    leave: () => setRefused(undefined),
  }
}
