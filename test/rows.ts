import { randomBytes, randomUUID } from 'node:crypto'
import type { Prisma } from '../server/clients/prisma/client.ts'
import type { Services } from '../server/services.ts'

/** A film that is on show and plays, with whatever the test is about. */
export function addVideo(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  video: Partial<Prisma.VideoUncheckedCreateInput> = {},
) {
  return database.video.create({
    data: {
      slug: `film-${randomBytes(4).toString('hex')}`,
      title: 'A film',
      status: 'ready',
      published: true,
      publishedAt: clock.now(),
      encodeId: randomUUID(),
      durationSeconds: 90,
      ...video,
    },
  })
}

/** An account that nobody can sign in to. */
export function addUser(
  { database }: Pick<Services, 'database'>,
  user: Partial<Prisma.UserUncheckedCreateInput> = {},
) {
  const email = `${randomBytes(6).toString('hex')}@example.com`
  return database.user.create({ data: { email, passwordHash: 'none', ...user } })
}
