import {
  type MailKind,
  type MailText,
  type MailWording,
  mailKinds,
  type NewMailWording,
} from '../../contract/mail-texts.ts'
import { settingsWords } from '../../contract/words/settings.ts'
import { audit } from '../audit/audit.ts'
import type { Database } from '../clients/database.ts'
import { lockWithin } from '../clients/locks.ts'
import { MatineeError } from '../errors.ts'
import { kinds, placeholdersOf } from './mail-kinds.ts'
import { checkWording, usualWording } from './mail-wording.ts'

type Own = MailWording & { updatedAt: Date }

const answerOf = (kind: MailKind, own: Own | null, language: string): MailText => {
  const { subject, text } = own ?? usualWording(kind, language)
  return {
    ...{ kind, subject, text, usual: own === null },
    changedAt: own?.updatedAt.toISOString() ?? null,
    placeholders: placeholdersOf(kind),
    required: [...kinds[kind].required],
  }
}

/** @param language the site's: what the operator saves goes to every reader */
export async function listTexts(database: Database, language: string): Promise<MailText[]> {
  const own = new Map((await database.mailText.findMany()).map((row) => [row.kind, row]))
  return mailKinds.map((kind) => answerOf(kind, own.get(kind) ?? null, language))
}

/** The operator's own words for a mail; null where they have none. */
export const ownWording = (database: Database, kind: MailKind): Promise<MailWording | null> =>
  database.mailText.findUnique({ where: { kind }, select: { subject: true, text: true } })

interface By {
  actorId: string
  now: Date
  /** The site's. */
  language: string
}

/** @throws BAD_REQUEST as checkWording; CONFLICT with the text that someone else has saved meanwhile */
export async function changeText(
  database: Database,
  kind: MailKind,
  { changedAt, ...wording }: NewMailWording,
  { actorId, now, language }: By,
): Promise<MailText> {
  checkWording(kind, wording)
  const data = { ...wording, updatedAt: now }
  await database.$transaction(async (tx) => {
    await lockWithin(tx, `mail text ${kind}`)
    const current = answerOf(kind, await tx.mailText.findUnique({ where: { kind } }), language)
    if (changedAt !== undefined && changedAt !== current.changedAt) {
      throw new MatineeError('CONFLICT', {
        detail: settingsWords('mailStale'),
        members: { current },
      })
    }
    await tx.mailText.upsert({ where: { kind }, create: { kind, ...data }, update: data })
    await audit(tx, { actorId, action: 'mail.text-changed', subject: `mail:${kind}` })
  })
  return answerOf(kind, data, language)
}

/** Back to the usual text. A second time changes nothing. */
export async function resetText(
  database: Database,
  kind: MailKind,
  { actorId, language }: By,
): Promise<MailText> {
  await database.$transaction(async (tx) => {
    const { count } = await tx.mailText.deleteMany({ where: { kind } })
    if (count > 0) await audit(tx, { actorId, action: 'mail.text-reset', subject: `mail:${kind}` })
  })
  return answerOf(kind, null, language)
}
