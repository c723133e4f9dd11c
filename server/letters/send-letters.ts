import { type LetterKind, letterKinds } from '../../contract/mail-texts.ts'
import { day, money } from '../../contract/words/format.ts'
import { say } from '../../contract/words/server.ts'
import { isRefusedAddress } from '../clients/mailer.ts'
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

async function send(deps: LetterDeps, kind: LetterKind, due: Due): Promise<void> {
  const { database, mailer, clock, log, settings } = deps
  const site = await settings.read()
  const language = due.language ?? site.language
  const own = await ownWording(database, kind)
  const wording = own ?? usualWording(kind, language)
  const values = { siteName: site.name, ...valuesOf(deps, due, language)[kind] }
  const { subject, text } = filled(wording, values)
  const { foot, headers } = kinds[kind].isNews
    ? ending(deps, due, language)
    : { foot: '', headers: {} }
  const { userId, about } = due
  const where = { userId_kind_about: { userId, kind, about } }
  try {
    const mail = {
      to: due.email,
      ...spokenIn(own, language),
      subject,
      text: foot === '' ? text : `${text.trimEnd()}\n\n${foot}`,
      headers,
    }
    await mailer.send(mail)
  } catch (err) {
    log.warn({ err, userId, kind }, 'a mail could not be sent')
    if (isRefusedAddress(err)) return
    const retryAt = new Date(clock.now().getTime() + retryMs)
    await database.letter.update({ where, data: { retryAt } })
    return
  }
  await database.letter.update({ where, data: { sentAt: clock.now() } })
}

/**
 * Writes to everyone whom something is to be told: at most once about one thing, and what counts as told
 * was taken by the mail server. Where none is set, nobody counts as told.
 *
 * @returns how many were written to
 */
export async function sendLetters(deps: LetterDeps): Promise<number> {
  if (deps.mailer.sends === false) return 0
  let written = 0
  for (const kind of letterKinds) {
    for (;;) {
      const due = await deps.database.$queryRaw<Due[]>(claimDue(kind, deps.clock.now(), atOnce))
      for (const one of due) await send(deps, kind, one)
      written += due.length
      if (due.length < atOnce) break
    }
  }
  return written
}
