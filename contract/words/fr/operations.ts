import type { operations as english } from '../en/operations.ts'
import type { Translated } from '../speak.ts'

export const operations: Translated<typeof english> = {
  payments: 'Paiements',
  paid: 'Ce qui a été payé',
  messages: 'Messages de Stripe',
  noneWaiting: 'Tout ce qui vient de Stripe a été traité.',
  waiting: ({ count }, forms) =>
    forms.plural(count, {
      one: `${count} message attend d’être traité.`,
      other: `${count} messages attendent d’être traités.`,
    }),
  waitingSince: ({ count, time }, forms) =>
    forms.plural(count, {
      one: `${count} message attend depuis ${time}.`,
      other: `${count} messages attendent, le plus ancien depuis ${time}.`,
    }),
  missed: 'Recherche de messages manqués',
  compared: 'Comparaison de tous les clients avec Stripe',
  'run.never': ({ what }) => `${what} : pas encore.`,
  'run.going': ({ what, time }) => `${what} : en cours depuis ${time}.`,
  'run.fine': ({ what, time }) => `${what} : ${time}, tout était juste.`,
  'run.corrected': ({ what, time, count }) => `${what} : ${time}, ${count} corrigés.`,
  'run.failed': ({ count }) => `${count} n’ont pas pu être vérifiés.`,
  unclaimed: 'Payé ailleurs',
  unclaimedText:
    'Ces personnes ont payé par un lien ou dans le tableau de bord de Stripe, et aucun compte n’a encore ce qu’elles ont payé.',
  unclaimedNone: 'Tous ceux qui ont payé ont leur compte.',
  unclaimedFailed: 'Stripe n’a pas pu dire qui elles sont. Rechargez la page pour réessayer.',
  paidOn: ({ date }) => `payé le ${date}`,
  joinTo: ({ email }) => `Le donner à ${email}`,
  dead: 'Messages qui n’ont pas pu être traités',
  deadNone: 'Il n’y en a pas.',
  tryAgain: 'Réessayer',
  trying: 'Nouvel essai',
}
