import { currencies } from '../../contract/charge-limits.ts'
import { leastContrast, type Theme, worstContrast } from '../../contract/colours.ts'
import type { SettingsChange, SiteSettings } from '../../contract/site.ts'
import { say } from '../../contract/words/server.ts'
import { settingsWords } from '../../contract/words/settings.ts'
import { audit } from '../audit/audit.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { lockWithin } from '../clients/locks.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'
import { nothingSet, type SiteValues, valuesOf } from '../settings/site-settings.ts'
import { logoUrl } from './site-answer.ts'

export type SettingsDeps = Pick<Services, 'database' | 'clock' | 'settings'>

interface Complaint {
  field: string
  message: string
}

function complaintsOf(change: SettingsChange): Complaint[] {
  const found: Complaint[] = []
  const accents: [Theme, 'accentDark' | 'accentLight', 'contrastDark' | 'contrastLight'][] = [
    ['dark', 'accentDark', 'contrastDark'],
    ['light', 'accentLight', 'contrastLight'],
  ]
  for (const [theme, field, key] of accents) {
    const colour = change[field]
    if (colour === undefined || colour === null) continue
    const ratio = worstContrast(colour, theme)
    if (ratio < leastContrast) found.push({ field, message: settingsWords(key, { ratio }) })
  }
  const { currency, language, legal = [] } = change
  if (currency !== undefined && !(currencies as readonly string[]).includes(currency)) {
    found.push({ field: 'currency', message: settingsWords('currencyUnknown') })
  }
  if (language !== undefined && !isLanguage(language)) {
    found.push({ field: 'language', message: settingsWords('languageUnknown') })
  }
  const slugs = legal.map(({ slug }) => slug)
  const twice = slugs.findIndex((slug, index) => slugs.indexOf(slug) !== index)
  if (twice >= 0) found.push({ field: `legal.${twice}.slug`, message: settingsWords('legalTwice') })
  return found
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined
  } catch {
    return false
  }
}

/** The settings as their operator sees them. */
export const settingsAnswer = (values: SiteValues): SiteSettings => {
  const { name, description, currency, language, address, accentDark, accentLight } = values
  const { mailName, mailAddress, legal, embedSites, version, secondFactorRequired } = values
  return {
    ...{ name, description, currency, language, address, accentDark, accentLight },
    ...{ mailName, mailAddress, legal, embedSites, version, secondFactorRequired },
    logoUrl: logoUrl(values),
  }
}

/** One after the other: what the second is held against is what the first has stored. */
export async function lockSettings(tx: DatabaseTransaction): Promise<SiteValues> {
  await lockWithin(tx, 'site settings')
  return valuesOf(await tx.siteSetting.findFirst())
}

/** Stores all of `values` as the next version. The caller holds the lock. */
export async function storeSettings(
  tx: DatabaseTransaction,
  values: SiteValues,
  now: Date,
): Promise<SiteValues> {
  const { legal, front, version, openedAt, ...rest } = values
  const row = {
    ...rest,
    front: front as Prisma.InputJsonObject,
    // A site that nobody was led into is open.
    openedAt: openedAt?.getTime() === nothingSet.openedAt?.getTime() ? now : openedAt,
    version: version + 1,
    legal: legal as unknown as Prisma.InputJsonArray,
    updatedAt: now,
  }
  const where = { only: true }
  return valuesOf(await tx.siteSetting.upsert({ where, create: row, update: row }))
}

/** Begins what leads the first operator of a new site to its first sale. */
export async function beginOpening(tx: DatabaseTransaction, now: Date): Promise<void> {
  const before = await lockSettings(tx)
  if (before.version === 0) await storeSettings(tx, { ...before, openedAt: null }, now)
}

/** What of the change someone else has set to something else. */
function differing(now: SiteSettings, change: SettingsChange) {
  const { version: _, ...wanted } = change
  return Object.entries(wanted).flatMap(([field, value]) => {
    const stored = now[field as keyof SiteSettings]
    return JSON.stringify(stored) === JSON.stringify(value) ? [] : [{ field, stored }]
  })
}

/**
 * Stores what is to be changed, and leaves the rest.
 *
 * @throws MatineeError BAD_REQUEST naming what cannot be used; CONFLICT when the version is no longer
 *   the newest, with the newest settings, so that nothing that was typed is lost
 */
export async function saveSettings(
  { database, clock, settings }: SettingsDeps,
  actorId: string,
  change: SettingsChange,
): Promise<SiteSettings> {
  const fields = complaintsOf(change)
  const [first] = fields
  if (first !== undefined) {
    const detail = say('problems.field', first)
    throw new MatineeError('BAD_REQUEST', { detail, members: { fields } })
  }
  const stored = await database.$transaction(async (tx) => {
    const before = await lockSettings(tx)
    const { version = before.version, ...changes } = change
    const changed = differing(settingsAnswer(before), changes)
    if (version !== before.version && changed.length > 0) {
      const members = {
        current: settingsAnswer(before),
        differs: changed.map(({ field }) => field),
      }
      throw new MatineeError('CONFLICT', { detail: settingsWords('stale'), members })
    }
    if (changed.length === 0) return before
    const after = await storeSettings(tx, { ...before, ...tidy(changes) }, clock.now())
    const details = Object.fromEntries(
      changed.map(({ field, stored }) => [
        field,
        // Pages of text are told by their names.
        field === 'legal'
          ? { from: titles(before.legal), to: titles(after.legal) }
          : { from: stored, to: after[field as keyof SiteValues] },
      ]),
    ) as Prisma.InputJsonObject
    await audit(tx, { actorId, action: 'settings.changed', subject: 'site', details })
    return after
  })
  settings.learned(stored)
  return settingsAnswer(stored)
}

const titles = (legal: SiteValues['legal']) => legal.map(({ slug }) => slug)

const tidy = (changes: Omit<SettingsChange, 'version'>) => ({
  ...changes,
  ...(changes.name !== undefined && { name: changes.name.trim() }),
})
