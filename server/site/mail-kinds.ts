import type { MailKind } from '../../contract/mail-texts.ts'
import { say } from '../../contract/words/server.ts'

interface Kind {
  /** What can be put into its text, with what a preview shows there. */
  examples: Readonly<Record<string, string>>
  /** Without these it is of no use to its reader. */
  required: readonly string[]
  /** No receipt and no warning: only for those who want it, and they can end it with one press. */
  isNews: boolean
}

const link = 'https://films.example/account'
/** In the language of whoever looks at the preview. */
const meanwhile = () => say('mails.paymentFailed.meanwhile', { until: '2031-05-10' })

/** Each mail that an operator may word anew. `siteName` is in all of them. */
export const kinds: Readonly<Record<MailKind, Kind>> = {
  welcome: { examples: { link }, required: [], isNews: false },
  receipt: {
    examples: { what: 'Standard', amount: '$9', date: '3 May 2031', link },
    required: ['link'],
    isNews: false,
  },
  trialEnding: {
    examples: { plan: 'Standard', date: '3 May 2031', link },
    required: ['date', 'link'],
    isNews: false,
  },
  cancelled: {
    examples: { plan: 'Standard', date: '3 May 2031', link },
    required: ['date'],
    isNews: false,
  },
  news: {
    examples: { film: 'The Tide', description: 'Six hours on a beach.', link },
    required: ['link'],
    isNews: true,
  },
  verification: {
    examples: { code: '123456', link },
    required: ['link'],
    isNews: false,
  },
  paymentFailed: {
    examples: {
      get meanwhile() {
        return meanwhile()
      },
      // Said only where a bank asks for it.
      confirm: '',
      link,
    },
    required: ['link'],
    isNews: false,
  },
  confirmationNeeded: {
    examples: {
      get meanwhile() {
        return meanwhile()
      },
      link,
      account: link,
    },
    required: ['link'],
    isNews: false,
  },
}

export const placeholdersOf = (kind: MailKind): string[] => [
  'siteName',
  ...Object.keys(kinds[kind].examples),
]
