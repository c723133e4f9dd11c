import { type LetterKind, letterKinds } from '../../contract/mail-texts.ts'
import { day, money } from '../../contract/words/format.ts'
import { say } from '../../contract/words/server.ts'
import { isRefusedAddress, type Mail } from '../clients/mailer.ts'
import type { Services } from '../services.ts'
import { kinds } from '../site/mail-kinds.ts'
import { ownWording } from '../site/mail-texts.ts'
import { filled, spokenIn, usualWording } from '../site/mail-wording.ts'
import { claimDue, type Due } from './due.ts'
import { unsubscribeUrl } from './unsubscribe-token.ts'

export type LetterDeps = Pick<
  Services,
  'database' | 'mailer' | 'clock' | 'config' | 'settings' | 'log'
>

const atOnce = 100
const retryMs = 15 * 60_000
/** Whom nobody has come to by then may be taken by another process. */
const leaseMs = 5 * 60_000

function valuesOf({ config, settings }: LetterDeps, due: Due, language: string) {
  const account = `${config.PUBLIC_URL}/account`
  const siteName = settings.now().name
  return {
    welcome: { link: config.PUBLIC_URL },
    receipt: {
      what: due.what ?? siteName,
      amount: money(due.amount ?? 0, due.currency ?? 'usd', language),
      date: due.at === null ? '' : day(due.at.toISOString(), language),
      link: due.url ?? account,
    },
    trialEnding: {
      plan: due.what ?? siteName,
      date: due.at === null ? '' : day(due.at.toISOString(), language),
      price:
        due.amount === null || due.currency === null
          ? say.in(language)('mails.trialEnding.itsPrice')
          : money(due.amount, due.currency, language),
      link: account,
    },
    cancelled: {
      plan: due.what ?? siteName,
      date: due.at === null ? '' : day(due.at.toISOString(), language),
      link: account,
    },
    news: {
      film: due.what ?? '',
      description: due.more ?? '',
      link: `${config.PUBLIC_URL}/watch/${encodeURIComponent(due.url ?? due.about)}`,
    },
  } satisfies Record<LetterKind, Record<string, string>>
}

/** RFC 8058: mail programs show a button that ends it, and ask nothing more. */
function ending(deps: LetterDeps, { userId }: Due, language: string) {
  const url = unsubscribeUrl(deps.config, userId)
  return {
    foot: say.in(language)('mails.unsubscribe', { url }),
    headers: {
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

async function composed(deps: LetterDeps, kind: LetterKind, due: Due): Promise<Mail> {
  const site = await deps.settings.read()
  const language = due.language ?? site.language
  const own = await ownWording(deps.database, kind)
  const wording = own ?? usualWording(kind, language)
  const values = { siteName: site.name, ...valuesOf(deps, due, language)[kind] }
  const { subject, text } = filled(wording, values)
  const { foot, headers } = kinds[kind].isNews
    ? ending(deps, due, language)
    : { foot: '', headers: {} }
  return {
    to: due.email,
    ...spokenIn(own, language),
    subject,
    text: foot === '' ? text : `${text.trimEnd()}\n\n${foot}`,
    headers,
  }
}

/**
 * Nothing is sent twice: from here on a process that dies may have sent it, so nobody takes it up again.
 *
 * @returns false where another process has taken it up meanwhile
 */
async function begin(
  { database }: LetterDeps,
  letter: { userId: string; kind: string; about: string },
  until: Date,
): Promise<boolean> {
  const mine = { ...letter, retryAt: until }
  return (await database.letter.updateMany({ where: mine, data: { retryAt: null } })).count > 0
}

/** @returns whether the mail server took it */
async function send(deps: LetterDeps, kind: LetterKind, due: Due, until: Date): Promise<boolean> {
  const { database, mailer, clock, log } = deps
  const { userId, about } = due
  const where = { userId_kind_about: { userId, kind, about } }
  const mail = await composed(deps, kind, due).catch((err: unknown) => {
    log.warn({ err, userId, kind }, 'a mail could not be written')
    return null
  })
  if (mail === null || !(await begin(deps, { userId, kind, about }, until))) return false
  try {
    await mailer.send(mail)
  } catch (err) {
    log.warn({ err, userId, kind }, 'a mail could not be sent')
    if (isRefusedAddress(err)) return false
    const retryAt = new Date(clock.now().getTime() + retryMs)
    await database.letter.update({ where, data: { retryAt } })
    return false
  }
  await database.letter.update({ where, data: { sentAt: clock.now() } })
  return true
}

/**
 * Writes to everyone whom something is to be told: at most once about one thing, and what counts as told
 * was taken by the mail server. Where none is set, nobody counts as told.
 *
 * @param signal ends it between two mails
 * @returns how many were written to
 */
export async function sendLetters(deps: LetterDeps, signal?: AbortSignal): Promise<number> {
  if (deps.mailer.sends === false) return 0
  let written = 0
  let isMore = true
  while (isMore) {
    isMore = false
    // Some of each in turn: a film's news for thousands holds up nobody's receipt.
    for (const kind of letterKinds) {
      const now = deps.clock.now()
      const until = new Date(now.getTime() + leaseMs)
      const due = await deps.database.$queryRaw<Due[]>(claimDue(kind, { now, until, atOnce }))
      for (const one of due) {
        if (signal?.aborted) return written
        if (await send(deps, kind, one, until)) written += 1
      }
      isMore ||= due.length === atOnce
    }
  }
  return written
}
