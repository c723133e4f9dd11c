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

/** Whether the mail server refused the address itself, for good (RFC 5321, 4.2.1), and not us. */
export function isRefusedAddress(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown }
  // 530 and what follows on it ask us to sign in.
  const signIn = [530, 534, 535, 538]
  return (
    command === 'RCPT TO' &&
    typeof responseCode === 'number' &&
    responseCode >= 500 &&
    responseCode < 600 &&
    !signIn.includes(responseCode)
  )
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
