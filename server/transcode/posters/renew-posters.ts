import { posterFormats } from '../../catalog/object-keys.ts'
import type { Services } from '../../services.ts'
import { putSmallPosters } from './small-posters.ts'

type Deps = Pick<Services, 'database' | 'storage' | 'ffmpeg' | 'log'>

const atOnce = 100

/**
 * Makes what is missing beside posters: those of an earlier version lie there as JPEG alone. What is there
 * already is left alone, so it may be done again and broken off.
 *
 * @param onDone called after each film with its title and whether its poster could be read
 */
export async function renewPosters(
  deps: Deps,
  onDone: (title: string, isMade: boolean) => void,
): Promise<void> {
  const { database, storage } = deps
  const missing = {
    posterKey: { not: null },
    NOT: { posterSized: true, posterFormats: { hasEvery: [...posterFormats] } },
  }
  let after = ''
  for (;;) {
    const videos = await database.video.findMany({
      where: { ...missing, ...(after && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: atOnce,
      select: { id: true, title: true, posterKey: true },
    })
    for (const { id, title, posterKey } of videos) {
      after = id
      const picture = posterKey && (await storage.getBytes(posterKey))
      const made = picture
        ? await putSmallPosters(deps, posterKey, Buffer.from(picture)).catch(() => null)
        : null
      if (made !== null) {
        await database.video.updateMany({
          // Another one may have taken its place.
          where: { id, posterKey },
          data: { posterSized: true, posterFormats: made },
        })
      }
      onDone(title, made !== null)
    }
    if (videos.length < atOnce) return
  }
}
