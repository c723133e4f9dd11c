import { audit } from '../audit/audit.ts'
import type { User } from '../clients/prisma/client.ts'
import { mailWords } from './mail-words.ts'
import type { AccountDeps } from './options.ts'
import { hashPassword } from './passwords.ts'

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
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    const links = { userId, usedAt: null, purpose: { in: ['password-reset', 'sign-in'] } }
    await tx.mailedLink.updateMany({ where: links, data: { usedAt: now } })
    await tx.refreshFamily.updateMany({
      where: { userId, id: { not: familyId }, revokedAt: null },
      data: { revokedAt: now, revokedReason: 'password-changed' },
    })
    const about = { action: 'user.password-changed', subject: `user:${userId}` }
    await audit(tx, { actorId: userId, ...about })
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
