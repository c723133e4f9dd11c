import type { FastifyInstance } from 'fastify'
import { endSessionOfToken } from './end-sessions.ts'
import type { AccountDeps, AccountOptions } from './options.ts'
import { userAnswer } from './users.ts'

/**
 * Hands a session to the browser. Whoever used it before is signed out, and the account's owner is
 * written to when the browser is one that they have never signed in with.
 */
export const letInWith =
  (
    app: FastifyInstance,
    { database, mailer, clock, publicUrl, siteName }: AccountOptions,
    inBackground: AccountDeps['inBackground'],
  ): AccountDeps['letIn'] =>
  async (request, reply, { user, session, device, deviceName, isNewDevice }) => {
    const token = app.refreshTokenOf(request)
    const ending = { reason: 'replaced', now: clock.now(), unlessOf: user.id }
    if (token) await endSessionOfToken(database, token, ending)
    app.signIn(reply, session)
    app.markDevice(reply, device)
    if (isNewDevice) {
      inBackground(() =>
        mailer.send({
          to: user.email,
          subject: 'A new device has signed in',
          text: `${deviceName ?? 'A device that we cannot name'} has signed in to your account at ${siteName}.

If it was you, there is nothing to do. If not, change your password now; that signs it out:
${publicUrl}/account
`,
        }),
      )
    }
    return { user: userAnswer(user) }
  }
