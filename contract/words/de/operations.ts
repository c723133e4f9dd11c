import type { operations as english } from '../en/operations.ts'
import type { Translated } from '../speak.ts'

export const operations: Translated<typeof english> = {
  payments: 'Zahlungen',
  paid: 'Was bezahlt wurde',
  messages: 'Meldungen von Stripe',
  noneWaiting: 'Alles von Stripe ist erledigt.',
  waiting: ({ count }, forms) =>
    forms.plural(count, {
      one: '1 Meldung wartet auf Bearbeitung.',
      other: `${count} Meldungen warten auf Bearbeitung.`,
    }),
  waitingSince: ({ count, time }, forms) =>
    forms.plural(count, {
      one: `1 Meldung wartet seit ${time}.`,
      other: `${count} Meldungen warten, die älteste seit ${time}.`,
    }),
  missed: 'Nach verpassten Meldungen gesucht',
  compared: 'Alle Kunden mit Stripe abgeglichen',
  'run.never': ({ what }) => `${what}: noch nie.`,
  'run.going': ({ what, time }) => `${what}: läuft seit ${time}.`,
  'run.fine': ({ what, time }) => `${what}: ${time}, alles stimmte.`,
  'run.corrected': ({ what, time, count }) => `${what}: ${time}, ${count} berichtigt.`,
  'run.failed': ({ count }) => `${count} konnten nicht geprüft werden.`,
  unclaimed: 'Anderswo bezahlt',
  unclaimedText:
    'Diese Personen haben über einen Link oder im Dashboard von Stripe bezahlt, und noch hat kein Konto, wofür sie bezahlt haben.',
  unclaimedNone: 'Alle, die bezahlt haben, haben ihr Konto.',
  unclaimedFailed:
    'Stripe konnte nicht gefragt werden, wer sie sind. Laden Sie die Seite neu, um es erneut zu versuchen.',
  paidOn: ({ date }) => `bezahlt am ${date}`,
  joinTo: ({ email }) => `An ${email} geben`,
  dead: 'Meldungen, die nicht verarbeitet werden konnten',
  deadNone: 'Es gibt keine.',
  tryAgain: 'Erneut versuchen',
  trying: 'Wird versucht',
}
