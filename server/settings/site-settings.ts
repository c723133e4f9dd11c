import type { LegalPage } from '../../contract/site.ts'
import { defaultSite } from '../../contract/site-defaults.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Notifications } from '../clients/notify.ts'
import type { SiteSetting } from '../clients/prisma/client.ts'

/** What is set, or holds where nothing is. */
export type SiteValues = Omit<SiteSetting, 'only' | 'legal'> & { legal: LegalPage[] }

/** What the operator has set for the whole site, as this process knows it. */
export interface SettingsReader {
  /** As it is stored now, or was a moment ago. What was known last, where the database does not answer. */
  read(): Promise<SiteValues>
  /** What was known last. */
  now(): SiteValues
  /** Takes over what this process has just stored. */
  learned(values: SiteValues): void
}

export const nothingSet: SiteValues = {
  ...defaultSite,
  version: 0,
  address: '',
  accentDark: null,
  accentLight: null,
  mailName: null,
  mailAddress: null,
  legal: [],
  embedSites: [],
  front: {},
  logoVersion: null,
  openedAt: new Date(0),
  stepsLeft: [],
  secondFactorRequired: false,
  updatedAt: new Date(0),
}

export const valuesOf = (row: SiteSetting | null): SiteValues => {
  if (row === null) return nothingSet
  const { only: _, legal, ...rest } = row
  return { ...rest, legal: legal as unknown as LegalPage[] }
}

const channel = 'matinee_settings'
/** A lost notification is made good within this long. */
const freshMs = 15_000
/** While no notification can arrive. */
const freshUnheardMs = 1_000

export interface SettingsReaderOptions {
  database: Database
  notifications: Notifications
  clock: Clock
}

/** Opens nothing: the settings are read, and listened for, when they are first needed. */
export function openSettings({
  database,
  notifications,
  clock,
}: SettingsReaderOptions): SettingsReader {
  let known = nothingSet
  /** Monotonic; null: what is known is not to be relied upon. */
  let readAt: number | null = null
  let reading: Promise<SiteValues> | null = null
  let listening = false

  function listen(): void {
    if (listening) return
    listening = true
    notifications.listen(channel, () => {
      readAt = null
      // So that what answers without waiting knows it too.
      void read()
    })
  }

  function isFresh(): boolean {
    if (readAt === null) return false
    const age = clock.monotonic() - readAt
    const since = notifications.listeningSince()
    return age <= (since !== null && readAt >= since ? freshMs : freshUnheardMs)
  }

  async function ask(): Promise<SiteValues> {
    const at = clock.monotonic()
    readAt = at
    try {
      const read = valuesOf(await database.siteSetting.findFirst())
      // Of two that overlap the older may be the last to end.
      if (read.version >= known.version) known = read
    } catch {
      // A site that cannot say its name still has one.
      if (readAt === at) readAt = null
    }
    return known
  }

  async function read(): Promise<SiteValues> {
    listen()
    if (reading !== null && readAt !== null) return reading
    if (isFresh()) return known
    const asked = ask().finally(() => {
      if (reading === asked) reading = null
    })
    reading = asked
    return asked
  }

  return {
    read,
    now: () => {
      if (!isFresh()) void read()
      return known
    },
    learned(values) {
      if (values.version < known.version) return
      known = values
      readAt = clock.monotonic()
    },
  }
}
