import type { TestMail } from '../../contract/site.ts'
import { settingsWords } from '../../contract/words/settings.ts'
import { audit } from '../audit/audit.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'

/**
 * Sends the operator a mail by way of the mail server and the sender that are set.
 *
 * @throws MatineeError CONFLICT with what the mail server said
 */
export async function sendTestMail(
  { database, mailer, settings }: Pick<Services, 'database' | 'mailer' | 'settings'>,
  userId: string,
): Promise<TestMail> {
  if (mailer.sends === false)
    throw new MatineeError('CONFLICT', { detail: settingsWords('noMailServer') })
  const { email: to, language } = await database.user.findUniqueOrThrow({ where: { id: userId } })
  const { name: site, language: siteLanguage } = await settings.read()
  const speech = language ?? siteLanguage
  const words = settingsWords.in(speech)
  const mail = {
    to,
    language: speech,
    subject: words('testSubject', { site }),
    text: words('testText', { site }),
  }
  await mailer.send(mail).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new MatineeError('CONFLICT', { detail: settingsWords('testRefused', { said }), cause })
  })
  await audit(database, { actorId: userId, action: 'mail.tested', subject: 'site' })
  return { to }
}
