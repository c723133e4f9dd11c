import { type Clock, systemClock } from './clients/clock.ts'
import { type Database, openDatabase } from './clients/database.ts'
import { openDelivery } from './clients/delivery/open.ts'
import type { Delivery } from './clients/delivery/types.ts'
import { type Ffmpeg, openFfmpeg } from './clients/ffmpeg.ts'
import { type Locks, openLocks } from './clients/locks.ts'
import { type Logger, openLog } from './clients/log.ts'
import { type Mailer, noMailer, openMailer } from './clients/mailer.ts'
import { type Notifications, openNotifications } from './clients/notify.ts'
import { type Outages, openOutages } from './clients/outages.ts'
import { openPresigner, type Presigner } from './clients/presigner.ts'
import { openQueue, type Queue } from './clients/queue.ts'
import { openStorage, type Storage, type StorageCredentials } from './clients/storage.ts'
import { openStripe, type Stripe } from './clients/stripe.ts'
import { requireWrites } from './clients/takes-writes.ts'
import type { Config } from './config.ts'
import { siteMailer } from './settings/site-mailer.ts'
import { openSettings, type SettingsReader } from './settings/site-settings.ts'

/** Everything outside the process that the domains use, opened once and closed once. */
export interface Services {
  config: Config
  clock: Clock
  log: Logger
  database: Database
  /** The same for long sums: few connections, so that nobody who watches waits for them, and more time. */
  reports: Database
  notifications: Notifications
  locks: Locks
  stripe: Stripe
  storage: Storage
  /** Signs what is uploaded. */
  presigner: Presigner
  /** Signs what viewers fetch. */
  delivery: Delivery
  queue: Queue
  ffmpeg: Ffmpeg
  mailer: Mailer
  settings: SettingsReader
  close(): Promise<void>
}

/** What each domain uses of them. */
export type BillingDeps = Pick<
  Services,
  'config' | 'clock' | 'log' | 'database' | 'locks' | 'stripe' | 'mailer'
>
export type TranscodeDeps = Pick<
  Services,
  'database' | 'storage' | 'queue' | 'ffmpeg' | 'clock' | 'log'
>
export type StudioDeps = TranscodeDeps & BillingDeps & Pick<Services, 'notifications' | 'delivery'>

/** What tests replace. */
export type Overrides = Partial<Pick<Services, 'clock' | 'log' | 'mailer' | 'ffmpeg'>> & {
  /** In place of the SDK's default chain. */
  storageCredentials?: StorageCredentials
  /** Those that `log` was opened with. */
  outages?: Outages
}

/** Opens them all. Connections are made on first use, so that one that is down does not stop the start. */
export async function openServices(config: Config, overrides: Overrides = {}): Promise<Services> {
  const clock = overrides.clock ?? systemClock
  const outages = overrides.outages ?? openOutages(clock)
  const log = overrides.log ?? openLog(config.LOG_LEVEL, undefined, outages)
  const database = openDatabase({ url: config.DATABASE_URL })
  outages.watch(log, () => requireWrites(database))
  const reports = openDatabase({ url: config.DATABASE_URL, poolSize: 2, patienceMs: 60_000 })
  const notifications = openNotifications({ databaseUrl: config.DATABASE_URL, log, clock })
  const locks = openLocks({ url: config.DATABASE_URL })
  const stripe = openStripe({
    secretKey: config.STRIPE_SECRET_KEY,
    apiBase: config.STRIPE_API_BASE,
  })
  const storage = openStorage({
    endpoint: config.S3_ENDPOINT,
    region: config.S3_REGION,
    bucket: config.S3_BUCKET,
    forcePathStyle: config.S3_FORCE_PATH_STYLE,
    prefix: config.S3_PREFIX,
    credentials: overrides.storageCredentials,
    signs: { clock, urlSeconds: config.URL_TTL_SECONDS },
  })
  const presigner = openPresigner({
    ...storage.location,
    credentials: storage.credentials,
    clock,
  })
  const { credentials } = storage
  const delivery = openDelivery({ config, clock, presigner, credentials })
  const queue = openQueue({ databaseUrl: config.DATABASE_URL, log })
  const ffmpeg =
    overrides.ffmpeg ??
    openFfmpeg({ ffmpegPath: config.FFMPEG_PATH, ffprobePath: config.FFPROBE_PATH })
  const settings = openSettings({ database, notifications, clock })
  const plainMailer =
    overrides.mailer ??
    (config.SMTP_URL
      ? openMailer({ url: config.SMTP_URL, from: config.MAIL_FROM })
      : noMailer((sentence) => log.warn(sentence)))
  const mailer = siteMailer(plainMailer, { settings, database, clock, log, config })
  return {
    config,
    clock,
    log,
    database,
    reports,
    notifications,
    locks,
    stripe,
    storage,
    presigner,
    delivery,
    queue,
    ffmpeg,
    mailer,
    settings,
    close: async () => {
      outages.close()
      await queue.close()
      storage.close()
      mailer.close()
      await notifications.close()
      await locks.close()
      await reports.$disconnect()
      await database.$disconnect()
    },
  }
}
