import { join } from 'node:path'
import { hasOperator, setupUrl } from '../accounts/first-operator.ts'
import { buildApp } from '../app.ts'
import { startUpkeep } from '../billing/upkeep.ts'
import { claimBucket } from '../catalog/bucket-owner.ts'
import { systemClock } from '../clients/clock.ts'
import type { Ffmpeg } from '../clients/ffmpeg.ts'
import type { Logger } from '../clients/log.ts'
import { migrate } from '../clients/migrate.ts'
import type { Outages } from '../clients/outages.ts'
import { pageAccess } from '../clients/storage.ts'
import type { Config } from '../config.ts'
import { openServices, type Services } from '../services.ts'
import { startWorker } from '../transcode/worker.ts'
import type { DemoAccounts } from './accounts.ts'
import type { Closers } from './closers.ts'
import { seedDemo } from './demo.ts'
import { mailboxPage, openMailbox } from './mailbox.ts'
import { answerToOwnHost } from './own-host.ts'
import type { Parts } from './parts.ts'

const prismaDirectory = join(import.meta.dirname, '..', '..', '..', 'prisma')

/**
 * What `serve` and `work` do, in one process, on a database and bucket made ready.
 */
export async function startProduct(
  config: Config,
  opened: { log: Logger; outages: Outages; ffmpeg: Ffmpeg },
  deps: Parts,
  closers: Closers,
) {
  await migrate(config.DATABASE_URL, prismaDirectory)
  const { storageCredentials } = deps
  const mailbox = openMailbox(join(config.DATA_DIR, 'mail'), systemClock)
  const services: Services = await openServices(config, {
    ...opened,
    ...(!config.SMTP_URL && { mailer: mailbox }),
    ...(storageCredentials && { storageCredentials }),
  })
  closers.add(services.close)
  if (deps.embedded.s3) {
    await services.storage.ensureBucket()
    await services.storage.ensureCors(pageAccess(config.PUBLIC_URL))
  }
  await claimBucket(services)
  const app = await buildApp(services)
  await app.register(mailboxPage, { mailbox })
  answerToOwnHost(app.server, config.PUBLIC_URL)
  closers.add(() => app.close())
  await app.listen({ host: config.HOST, port: config.PORT })
  const upkeep = startUpkeep(services)
  closers.add(upkeep.close)
  const worker = await startWorker(services, {
    scratch: join(config.DATA_DIR, 'scratch'),
    // Less work than the usual one, for a machine that is only tried out.
    preset: 'veryfast',
    // Films this small leave x264 idle at their beginnings and ends, where sound and posters are made.
    concurrency: 2,
    encoder: config.VIDEO_ENCODER,
    evenLoudness: config.EVEN_LOUDNESS,
    av1: config.ALSO_AV1,
  })
  closers.add(worker.close)
  return services
}

export async function seedAccountsAndFilms(
  services: Services,
  ownStripe: boolean,
  { say, closers, signal }: { say(line: string): void; closers: Closers; signal: AbortSignal },
): Promise<{ accounts: DemoAccounts }> {
  const { accounts, close } = await seedDemo(services, { prismaDirectory, ownStripe, say, signal })
  closers.add(close)
  return { accounts }
}

export const firstOperator = async (services: Services) => ({
  setupUrl: (await hasOperator(services)) ? null : setupUrl(services),
})
