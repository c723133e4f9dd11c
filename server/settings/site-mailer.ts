import { say } from '../../contract/words/server.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Logger } from '../clients/log.ts'
import { isRefusedAddress, type Mail, type Mailer, toldSubject } from '../clients/mailer.ts'
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
  async function note(
    { to, about, ...mail }: Mail,
    outcome: 'sent' | 'failed' | 'bounced',
    error: string | null = null,
  ): Promise<void> {
    const email = to.toLowerCase()
    try {
      if (outcome === 'bounced') {
        const at = clock.now()
        const where = { email }
        await database.bouncedAddress.upsert({ where, create: { email, at }, update: { at } })
      }
      const user = await database.user.findUnique({ where: { email }, select: { id: true } })
      const userId = about ?? user?.id ?? null
      const subject = toldSubject(mail)
      const data = { at: clock.now(), to: email, userId, subject, outcome, error }
      await database.mailRecord.create({ data })
    } catch (err) {
      log.warn({ err }, 'a mail could not be noted')
    }
  }

  /** To nobody who has not shown that the address is theirs: anyone may give any address, and any name. */
  async function greeting(to: string, language: string): Promise<string> {
    const where = { email: to.toLowerCase(), emailVerifiedAt: { not: null } }
    const select = { name: true }
    const user = await database.user.findFirst({ where, select }).catch(() => null)
    if (user?.name == null) return ''
    return `${say.in(language)('mails.greeting', { name: user.name })}\n\n`
  }

  return {
    ...mailer,
    send: async (mail) => {
      const site = await settings.read()
      const from = senderOf(site, config.MAIL_FROM)
      const language = mail.language ?? site.language
      const text = `${await greeting(mail.to, language)}${mail.text}`
      try {
        const html = mailHtml(text, { ...site, language })
        await mailer.send({ from, html, ...mail, text })
      } catch (error) {
        const said = error instanceof Error ? error.message.slice(0, 500) : String(error)
        await note(mail, isRefusedAddress(error) ? 'bounced' : 'failed', said)
        throw error
      }
      if (mailer.sends === false) await note(mail, 'failed', say('mails.noServer'))
      else await note(mail, 'sent')
    },
  }
}
