import { createTransport } from 'nodemailer'

export interface Mail {
  to: string
  /** Whose mail it is (User), where the address is not theirs, or not any more. */
  about?: string
  /** The sender, where it is not the usual one. */
  from?: string
  subject: string
  /** What it is written in: BCP 47. The site's where it is left out. */
  language?: string
  /** Plain text; lines may be long. */
  text: string
  /** The same, as it is shown where HTML is. */
  html?: string
  /** Beside those that every mail has. */
  headers?: Record<string, string>
  /** What shows whose mailbox it is, such as the digits of a code: for nobody but its reader. */
  secret?: string
}

/** The subject as logs and records may have it. */
export const toldSubject = ({ subject, secret }: Pick<Mail, 'subject' | 'secret'>): string =>
  secret === undefined ? subject : subject.replaceAll(secret, '…')

/** Sends mail to viewers. */
export interface Mailer {
  /** False where there is no mail server at all. */
  readonly sends?: boolean
  /** Resolves when the mail server has taken it. */
  send(mail: Mail): Promise<void>
  /** Resolves when the mail server answers and lets us in. */
  verify(): Promise<void>
  close(): void
}

export interface MailerOptions {
  /** smtp:// or smtps:// with user and password. */
  url: string
  /** The sender, such as `Matinee <no-reply@films.example>`. */
  from: string
}

/** The enhanced code, as most servers begin their sentence with it, and qmail ends it (RFC 3463). */
const enhancedCode = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b|#(5\.\d{1,3}\.\d{1,3})\b/

/** No such mailbox, no such place, moved away, given up; but not what is wrong with the sender, or full. */
const ofAddress = /^5\.(1\.(?!7$|8$|9$)|2\.[01]$)/

/** What a relay says that will not have us, in servers that tell no enhanced code or a vague one. */
const ofUs =
  /\brelay|blocked|block ?list|black ?list|spam|reputation|polic(y|ies)\b|authenticat|sender/i

/**
 * Whether the mail server refused the address itself, for good (RFC 5321, 4.2.1), and not us: a relay that
 * is set up wrong refuses everybody's, and none of them has lost their mailbox.
 */
export function isRefusedAddress(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { responseCode, command, response } = error as {
    responseCode?: unknown
    command?: unknown
    response?: unknown
  }
  // Others ask us to sign in, or speak of the whole mail.
  if (command !== 'RCPT TO' || ![550, 551, 553].includes(Number(responseCode))) return false
  const said = typeof response === 'string' ? response : ''
  const [, first, last] = enhancedCode.exec(said) ?? []
  const code = first ?? last
  if (code !== undefined && ofAddress.test(code)) return true
  // Exchange says 5.4.1 of mailboxes that it does not have.
  const isVague = code === undefined || code === '5.0.0' || code === '5.4.1'
  return isVague && !ofUs.test(said)
}

/** Mail by SMTP. Opens nothing yet; every wait has an end. */
export function openMailer({ url, from }: MailerOptions): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
    { from },
  )
  return {
    send: async ({ secret: _, ...mail }) => {
      await transport.sendMail(mail)
    },
    verify: async () => {
      await transport.verify()
    },
    close: () => transport.close(),
  }
}

/**
 * Stands in where no mail server is set: says so, instead of losing mail in silence. What the mail
 * says stays out of the log, because it holds links that let someone in.
 */
export const noMailer = (warn: (sentence: string) => void): Mailer => ({
  sends: false,
  send: async (mail) => {
    warn(`Mail was not sent, because SMTP_URL is not set: "${toldSubject(mail)}"`)
  },
  verify: async () => undefined,
  close: () => undefined,
})
