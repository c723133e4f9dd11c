import type { MailKind } from '../../contract/mail-texts.ts'
import { dayUtc, money } from '../../contract/words/format.ts'
import { say } from '../../contract/words/server.ts'

interface Kind {
  /** What can be put into its text, with what a preview shows there in the site's language. */
  examples: (language: string) => Readonly<Record<string, string>>
  /** Without these it is of no use to its reader. */
  required: readonly string[]
  /** No receipt and no warning: only for those who want it, and they can end it with one press. */
  isNews: boolean
}

const link = 'https://films.example/account'
const date = (language: string) => dayUtc('2031-05-03', language)
const meanwhile = (language: string) =>
  say.in(language)('mails.paymentFailed.meanwhile', { until: date(language) })

/** Each mail that an operator may word anew. `siteName` is in all of them. */
export const kinds: Readonly<Record<MailKind, Kind>> = {
  welcome: { examples: () => ({ link }), required: [], isNews: false },
  receipt: {
    examples: (language) => ({
      what: 'Standard',
      amount: money(900, 'usd', language),
      date: date(language),
      link,
    }),
    required: ['link'],
    isNews: false,
  },
  trialEnding: {
    examples: (language) => ({
      plan: 'Standard',
      date: date(language),
      price: money(900, 'usd', language),
      link,
    }),
    required: ['date', 'link'],
    isNews: false,
  },
  cancelled: {
    examples: (language) => ({ plan: 'Standard', date: date(language), link }),
    required: ['date'],
    isNews: false,
  },
  news: {
    examples: () => ({ film: 'The Tide', description: 'Six hours on a beach.', link }),
    required: ['link'],
    isNews: true,
  },
  verification: {
    examples: () => ({ code: '123456', link }),
    required: ['link'],
    isNews: false,
  },
  paymentFailed: {
    // `confirm` is said only where a bank asks for it.
    examples: (language) => ({ meanwhile: meanwhile(language), confirm: '', link }),
    required: ['link'],
    isNews: false,
  },
  confirmationNeeded: {
    examples: (language) => ({ meanwhile: meanwhile(language), link, account: link }),
    required: ['link'],
    isNews: false,
  },
}

export const placeholdersOf = (kind: MailKind): string[] => [
  'siteName',
  ...Object.keys(kinds[kind].examples('en')),
]
