import type { Forms } from '../speak.ts'

/** The operator's page on whether Stripe's messages arrive and are dealt with. */
export const operations = {
  payments: 'Payments',
  paid: 'What people paid',
  messages: 'Messages from Stripe',
  noneWaiting: 'Everything from Stripe has been dealt with.',
  waiting: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      one: '1 message is waiting to be dealt with.',
      other: `${count} messages are waiting to be dealt with.`,
    }),
  waitingSince: ({ count, time }: { count: number; time: string }, forms: Forms) =>
    forms.plural(count, {
      one: `1 message has been waiting since ${time}.`,
      other: `${count} messages are waiting, the oldest since ${time}.`,
    }),
  missed: 'Looked for missed messages',
  compared: 'Compared all customers with Stripe',
  'run.never': ({ what }: { what: string }) => `${what}: not yet.`,
  'run.going': ({ what, time }: { what: string; time: string }) =>
    `${what}: running since ${time}.`,
  'run.fine': ({ what, time }: { what: string; time: string }) =>
    `${what}: ${time}, everything was right.`,
  'run.corrected': ({ what, time, count }: { what: string; time: string; count: number }) =>
    `${what}: ${time}, ${count} corrected.`,
  'run.failed': ({ count }: { count: number }) => `${count} could not be checked.`,
  unclaimed: 'Paid elsewhere',
  unclaimedText:
    'These people paid by a link or in Stripe’s dashboard, and no account has what they paid for yet.',
  unclaimedNone: 'Everyone who paid has their account.',
  unclaimedFailed: 'Stripe could not be asked who they are. Reload the page to try again.',
  paidOn: ({ date }: { date: string }) => `paid on ${date}`,
  joinTo: ({ email }: { email: string }) => `Give it to ${email}`,
  dead: 'Messages that could not be processed',
  deadNone: 'There are none.',
  tryAgain: 'Try again',
  trying: 'Trying',
}
