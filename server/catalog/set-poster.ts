import type { Services } from '../services.ts'

/** Shows an uploaded picture for a film; encodes to come leave it. */
export async function setPoster(
  { database }: Pick<Services, 'database'>,
  videoId: string,
  posterKey: string,
): Promise<void> {
  await database.video.updateMany({ where: { id: videoId }, data: { posterKey } })
}
