import type { Notifications } from '../clients/notify.ts'

/** Who of this process wants to know when a film has changed. */
export interface VideoNews {
  /** Calls back at every change, until the returned function is called. */
  follow(videoId: string, onChange: () => void): () => void
}

/** One ear at the database for all pages of this process. */
export function openVideoNews(notifications: Notifications): VideoNews {
  const followers = new Map<string, Set<() => void>>()
  let listening = false

  return {
    follow(videoId, onChange) {
      if (!listening) {
        listening = true
        notifications.listen('matinee_studio', (id) => {
          for (const tell of followers.get(id) ?? []) tell()
        })
      }
      const set = followers.get(videoId) ?? new Set()
      followers.set(videoId, set.add(onChange))
      return () => {
        set.delete(onChange)
        if (set.size === 0) followers.delete(videoId)
      }
    },
  }
}
