import type { User } from '../clients/prisma/client.ts'
import { mailWords } from './mail-words.ts'
import type { AccountDeps } from './options.ts'
import { hashPassword } from './passwords.ts'
import { replacePassword } from './users.ts'

/** Sets a new password at its owner's wish, and signs every other browser out. */
export async function changePassword(
  deps: AccountDeps,
  user: Pick<User, 'id' | 'email' | 'language'>,
  password: string,
  familyId: string,
): Promise<void> {
  const { database, mailer, clock, siteName, inBackground } = deps
  const { id: userId, email } = user
  const passwordHash = await hashPassword(password)
  const now = clock.now()
  await database.$transaction(async (tx) => {
    await replacePassword(tx, userId, { passwordHash, actorId: userId, now, except: familyId })
  })
  const { language, words } = mailWords(user, deps)
  inBackground(() =>
    mailer.send({
      to: email,
      language,
      subject: words('mails.passwordChanged.subject'),
      text: words('mails.passwordChanged.text', { siteName }),
    }),
  )
}
