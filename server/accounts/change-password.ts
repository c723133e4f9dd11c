import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { User } from '../clients/prisma/client.ts'
import type { AccountDeps } from './options.ts'
import { hashPassword } from './passwords.ts'

/** Sets a new password at its owner's wish, and signs every other browser out. */
export async function changePassword(
  { database, mailer, clock, siteName, inBackground }: AccountDeps,
  { id: userId, email }: Pick<User, 'id' | 'email'>,
  password: string,
  familyId: string,
): Promise<void> {
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
  inBackground(() =>
    mailer.send({
      to: email,
      subject: say('mails.passwordChanged.subject'),
      text: say('mails.passwordChanged.text', { siteName }),
    }),
  )
}
