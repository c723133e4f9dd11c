import type { FastifyInstance } from 'fastify'
import { deviceName } from '../../contract/words/format.ts'
import { endSessionOfToken } from './end-sessions.ts'
import { mailWords } from './mail-words.ts'
import type { AccountDeps, AccountOptions } from './options.ts'
import { userAnswer } from './users.ts'

/**
 * Hands a session to the browser. Whoever used it before is signed out, and the account's owner is
 * written to when the browser is one that they have never signed in with.
 */
export const letInWith =
  (
    app: FastifyInstance,
    deps: AccountOptions,
    inBackground: AccountDeps['inBackground'],
  ): AccountDeps['letIn'] =>
  async (request, reply, { user, session, device, deviceName: name, isNewDevice }) => {
    const { database, mailer, clock, publicUrl, siteName } = deps
    const token = app.refreshTokenOf(request)
    const ending = { reason: 'replaced', now: clock.now(), unlessOf: user.id }
    if (token) await endSessionOfToken(database, token, ending)
    app.signIn(reply, session)
    app.markDevice(reply, device)
    if (isNewDevice) {
      const { language, words } = mailWords(user, deps)
      inBackground(() =>
        mailer.send({
          to: user.email,
          language,
          subject: words('mails.newDevice.subject'),
          text: words('mails.newDevice.text', {
            device: name ? deviceName(name, language) : words('mails.newDevice.unknown'),
            siteName,
            publicUrl,
          }),
        }),
      )
    }
    return { user: userAnswer(user) }
  }
