import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pushPlans, readPlanFile } from '../billing/plans/push-plans.ts'
import type { Services } from '../services.ts'
import { type DemoAccounts, seedAccounts } from './accounts.ts'
import { demoVideos, type SeedProgress, seedVideos } from './demo-videos.ts'

export interface DemoOptions {
  prismaDirectory: string
  /** Whether Stripe is ours to fill; an account given from outside is left as it is. */
  ownStripe: boolean
  say(line: string): void
  /** Gives up waiting for films, and making them. */
  signal: AbortSignal
}

export interface Demo {
  accounts: DemoAccounts
  /** Stops adding films; the next start goes on. */
  close(): Promise<void>
}

const stages = { encoding: 'Encoding', playable: 'Ready to watch:' }
const told = ({ title, stage, share }: SeedProgress) =>
  `${stages[stage]} “${title}”${stage === 'playable' ? '' : ` ${Math.round(share * 100)} %`}`

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

async function seedPlans(services: Services, prismaDirectory: string): Promise<void> {
  const file = await readFile(join(prismaDirectory, 'seed', 'plans.json'), 'utf8')
  await pushPlans(services, readPlanFile(JSON.parse(file)))
}

/**
 * Plans, accounts and films to try everything with. Resolves when there is a film to watch
 * for everyone and one for members; the others follow while Matinee is open.
 */
export async function seedDemo(services: Services, options: DemoOptions): Promise<Demo> {
  const { ownStripe, prismaDirectory, say, signal } = options
  say('Preparing plans and accounts')
  if (ownStripe) await seedPlans(services, prismaDirectory)

  const stop = new AbortController()
  let quiet = false
  const videos = seedVideos(services, {
    videos: await demoVideos(),
    signal: AbortSignal.any([stop.signal, signal]),
    onProgress: (progress) => quiet || say(told(progress)),
  })
  const rest = videos.done.catch((error: unknown) => {
    if (!stop.signal.aborted && !signal.aborted)
      services.log.error({ err: error }, 'a demo film could not be encoded')
  })
  // The films are queued meanwhile.
  const accounts = await seedAccounts(services, ownStripe)
  await Promise.race([videos.playable, untilAborted(signal)])
  quiet = true
  return {
    accounts,
    close: async () => {
      stop.abort()
      await rest
    },
  }
}
