import type { AuditAction } from '../../contract/audit-actions.ts'
import { type Opening, type OpeningStepKey, openingSteps } from '../../contract/site.ts'
import { defaultSite } from '../../contract/site-defaults.ts'
import { audit } from '../audit/audit.ts'
import { hasWebhook } from '../billing/inbox/webhook-endpoint.ts'
import type { Services } from '../services.ts'
import { type SiteValues, valuesOf } from '../settings/site-settings.ts'
import { lockSettings, storeSettings } from '../site/save-settings.ts'
import { hasText } from '../site/site-answer.ts'

export type OpeningDeps = Pick<Services, 'database' | 'clock' | 'config' | 'settings'>

/** Whether something has been done once, by what the audit log says. */
const wasDone = async ({ database }: OpeningDeps, action: string) =>
  (await database.auditEntry.findFirst({ where: { subject: 'site', action } })) !== null

async function done(deps: OpeningDeps, values: SiteValues): Promise<Set<OpeningStepKey>> {
  const { database } = deps
  const [mail, checks, stripe, plans, videos] = await Promise.all([
    wasDone(deps, 'mail.tested'),
    wasDone(deps, 'checks.passed'),
    hasWebhook(deps),
    database.plan.count({ where: { active: true } }),
    database.video.count({ where: { published: true, encodeId: { not: null } } }),
  ])
  const { name, currency, language, address, legal, openedAt } = values
  const states: Record<OpeningStepKey, boolean> = {
    look: name !== defaultSite.name,
    money: currency !== defaultSite.currency || language !== defaultSite.language || plans > 0,
    legal: address.trim() !== '' && legal.some(hasText),
    mail,
    checks,
    stripe,
    plan: plans > 0,
    film: videos > 0,
    doors: openedAt !== null,
  }
  return new Set(openingSteps.filter((key) => states[key]))
}

/** What there is to do between a new site and its first sale, and what of it is done. */
export async function openingOf(deps: OpeningDeps): Promise<Opening> {
  const values = valuesOf(await deps.database.siteSetting.findFirst())
  const finished = await done(deps, values)
  return {
    open: values.openedAt !== null,
    steps: openingSteps.map((key) => ({
      key,
      done: finished.has(key),
      left: values.stepsLeft.includes(key),
    })),
  }
}

async function store(
  { database, clock, settings }: OpeningDeps,
  actorId: string,
  action: AuditAction,
  change: (before: SiteValues, now: Date) => Partial<SiteValues>,
): Promise<void> {
  const stored = await database.$transaction(async (tx) => {
    const before = await lockSettings(tx)
    const changes = change(before, clock.now())
    await audit(tx, { actorId, action, subject: 'site' })
    return storeSettings(tx, { ...before, ...changes }, clock.now())
  })
  settings.learned(stored)
}

/** Leaves a step for later, or takes it up again. */
export async function leaveStep(
  deps: OpeningDeps,
  actorId: string,
  step: OpeningStepKey,
  left: boolean,
): Promise<Opening> {
  await store(deps, actorId, left ? 'opening.step_left' : 'opening.step_taken_up', (before) => {
    const others = before.stepsLeft.filter((key) => key !== step)
    return { stepsLeft: left ? [...others, step] : others }
  })
  return openingOf(deps)
}

/** From now on search engines may list the site, and the list of steps is put away. */
export async function openDoors(deps: OpeningDeps, actorId: string): Promise<Opening> {
  await store(deps, actorId, 'site.opened', (before, now) => ({
    openedAt: before.openedAt ?? now,
  }))
  return openingOf(deps)
}
