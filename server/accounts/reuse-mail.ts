import { mailWords } from './mail-words.ts'
import type { MailDeps } from './verification.ts'

/** Tells someone that a sign-in of theirs was ended because two parties used it. */
export async function mailOfReuse(deps: MailDeps, userId: string): Promise<void> {
  const { database, mailer, publicUrl, siteName } = deps
  const user = await database.user.findUnique({ where: { id: userId } })
  if (user === null) return
  const { language, words } = mailWords(user, deps)
  await mailer.send({
    to: user.email,
    language,
    subject: words('mails.reuse.subject'),
    text: words('mails.reuse.text', { siteName, publicUrl }),
  })
}
