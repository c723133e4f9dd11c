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
    subject: 'One of your devices was signed out',
    text: `A sign-in to your account at ${siteName} was used from two places at once, as happens when it has been
copied. Both were signed out.

Sign in again, look at your devices, and change your password if you do not know one of them:
${publicUrl}/account
`,
  })
}
