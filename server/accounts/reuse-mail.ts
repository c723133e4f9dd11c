import { say } from '../../contract/words/server.ts'
import type { MailDeps } from './verification.ts'

/** Tells someone that a sign-in of theirs was ended because two parties used it. */
export async function mailOfReuse(
  { database, mailer, publicUrl, siteName }: MailDeps,
  userId: string,
): Promise<void> {
  const user = await database.user.findUnique({ where: { id: userId } })
  if (user === null) return
  await mailer.send({
    to: user.email,
    subject: say('mails.reuse.subject'),
    text: say('mails.reuse.text', { siteName, publicUrl }),
  })
}
