import { say } from '../../contract/words/server.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Logger } from '../clients/log.ts'
import type { Mail, Mailer } from '../clients/mailer.ts'
import type { Config } from '../config.ts'
import { mailHtml } from './mail-html.ts'
import { senderOf } from './mail-sender.ts'
import type { SettingsReader } from './site-settings.ts'

export interface SiteMailerDeps {
  settings: Pick<SettingsReader, 'read'>
  database: Database
  clock: Clock
  log: Logger
  config: Pick<Config, 'MAIL_FROM'>
}

/** The mailer, with the sender and the looks that are set now, and a record of each mail. */
export function siteMailer(mailer: Mailer, deps: SiteMailerDeps): Mailer {
  const { settings, database, clock, log, config } = deps

  /** A mail that went out has gone, whether or not it could be noted. */
  async function note({ to, subject }: Mail, error: string | null): Promise<void> {
    const outcome = error === null ? 'sent' : 'failed'
    const email = to.toLowerCase()
    try {
      const user = await database.user.findUnique({ where: { email }, select: { id: true } })
      const data = { at: clock.now(), to: email, userId: user?.id ?? null, subject, outcome, error }
      await database.mailRecord.create({ data })
    } catch (err) {
      log.warn({ err }, 'a mail could not be noted')
    }
  }

  return {
    ...mailer,
    send: async (mail) => {
      const site = await settings.read()
      const from = senderOf(site, config.MAIL_FROM)
      try {
        await mailer.send({ from, html: mailHtml(mail.text, site), ...mail })
      } catch (error) {
        await note(mail, error instanceof Error ? error.message.slice(0, 500) : String(error))
        throw error
      }
      await note(mail, mailer.sends === false ? say('mails.noServer') : null)
    },
  }
}
