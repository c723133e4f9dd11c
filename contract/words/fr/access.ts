import { byWays, type access as english, type Ways } from '../en/access.ts'
import type { Translated } from '../speak.ts'

const how = ({ rent, buy }: Ways) => (rent && buy ? 'louer ou acheter' : rent ? 'louer' : 'acheter')
const order = ({ rent, buy }: Ways) =>
  rent && buy ? 'louez-le ou achetez-le' : rent ? 'louez-le' : 'achetez-le'

const notForSale =
  'Il ne fait partie d’aucun abonnement et n’est ni à louer ni à vendre pour le moment.'

export const access: Translated<typeof english> = {
  'not_entitled.title': 'Choisissez comment regarder',
  'not_entitled.text': (ways) =>
    byWays(ways, {
      plan: 'Ce film est compris dans un abonnement.',
      own: (w) => `Vous pouvez ${how(w)} ce film.`,
      both: 'Ce film est compris dans un abonnement, ou vous pouvez le payer seul.',
      none: notForSale,
      unknown: 'Il vous faut un abonnement ou un achat pour voir ce film.',
    }),
  'unavailable.title': 'Ce film ne peut pas être vu pour le moment',
  'unavailable.text': notForSale,
  'sign_in_required.title': (ways) =>
    ways === null
      ? 'Connectez-vous pour regarder'
      : 'Connectez-vous ou choisissez comment regarder',
  'sign_in_required.text': (ways) =>
    byWays(ways, {
      plan: 'Ce film est compris dans un abonnement.',
      own: (w) => `Vous pouvez ${how(w)} ce film.`,
      both: 'Ce film est compris dans un abonnement, ou vous pouvez le payer seul.',
      none: notForSale,
      unknown: 'Vous pouvez voir ce film si votre compte le comprend.',
    }),
  'plan_not_included.title': 'Votre abonnement ne comprend pas ce film',
  'plan_not_included.text': (ways) =>
    byWays(ways, {
      plan: 'Vous pouvez passer à un abonnement qui le comprend.',
      own: (w) => `Vous pouvez ${how(w)} ce film.`,
      both: 'Vous pouvez changer d’abonnement, ou payer le film seul.',
      none: notForSale,
      unknown: 'Vous pouvez passer à un abonnement qui le comprend.',
    }),
  'payment_failed.title': 'Votre dernier paiement a échoué',
  'payment_failed.text': 'Changez de carte, et le film est de nouveau lu aussitôt.',
  'payment_pending.title': 'Votre paiement est en route',
  'payment_pending.text':
    'Le film sera lu dès que votre banque aura envoyé l’argent, ce qui peut prendre quelques jours.',
  'payment_incomplete.title': 'Votre premier paiement n’a pas abouti',
  'payment_incomplete.text': 'Terminez-le, et le film est lu aussitôt.',
  'subscription_paused.title': 'Votre abonnement est en pause',
  'subscription_paused.text': 'Reprenez-le, et le film est de nouveau lu aussitôt.',
  'subscription_ended.title': 'Votre abonnement est terminé',
  'subscription_ended.text': 'Choisissez un abonnement pour regarder de nouveau.',
  'rental_expired.title': 'Votre location est terminée',
  'rental_expired.text': (ways) =>
    byWays(ways, {
      plan: 'Choisissez un abonnement pour revoir le film.',
      own: (w) => `Pour revoir le film, ${order(w)}.`,
      both: 'Choisissez comment revoir le film.',
      none: notForSale,
      unknown: 'Louez de nouveau le film pour continuer.',
    }),
  'refunded.title': 'Votre paiement a été remboursé',
  'refunded.text': 'Le film n’est plus lu, car vous avez récupéré votre argent.',
  'disputed.title': 'Votre banque a redemandé votre paiement',
  'disputed.text': 'Le film sera de nouveau lu une fois l’affaire réglée en notre faveur.',
  'grant_ended.title': 'Votre accès gratuit est terminé',
  'grant_ended.text': (ways) =>
    byWays(ways, {
      plan: 'Choisissez un abonnement pour continuer.',
      own: (w) => `Pour continuer à voir le film, ${order(w)}.`,
      both: 'Choisissez comment continuer.',
      none: notForSale,
      unknown: 'Choisissez un abonnement pour continuer.',
    }),
  'preview_ended.title': 'Votre avant-première est terminée',
  'preview_ended.text': 'Demandez un nouveau lien à la personne qui vous l’a envoyé.',
  'archived.title': 'Ce film n’est plus proposé',
  'archived.text': 'Les personnes qui l’ont acheté peuvent le regarder en se connectant.',
  'coming.title': 'Ce film n’est pas encore sorti',
  'coming.text': 'Il pourra être regardé ici dès le jour de sa sortie.',
  'account_disabled.title': 'Votre compte est fermé',
  'account_disabled.text': 'Écrivez-nous si vous pensez que c’est une erreur.',
  'stopped.title': 'La lecture est terminée',
  'stopped.text': 'Vous pouvez reprendre là où vous vous êtes arrêté.',
  'expired.title': 'La lecture s’est terminée après une longue pause',
  'expired.text': 'Vous pouvez reprendre là où vous vous êtes arrêté.',
  'taken_over.title': 'Lecture sur un autre appareil',
  'taken_over.text': 'Vous pouvez continuer ici.',
  'limit.title': 'Votre abonnement est utilisé sur d’autres appareils',
  'limit.text': 'Arrêtez-en un pour continuer ici.',
  'signed_out.title': 'Vous avez été déconnecté',
  'signed_out.text': 'Connectez-vous pour reprendre là où vous vous êtes arrêté.',
  'kicked.title': 'La lecture a été arrêtée',
  'kicked.text': 'Les responsables de ce site l’ont arrêtée ; vous pouvez la relancer.',
  'unpublished.title': 'Ce film a été retiré',
  'unpublished.text': 'Il n’est plus montré ici ; choisissez-en un autre.',
  'replaced.title': 'Il y a une nouvelle version de ce film',
  'replaced.text': 'Vous pouvez reprendre là où vous vous êtes arrêté.',
  'badge.free': 'Gratuit',
  'badge.rented': 'Loué',
  'badge.bought': 'Acheté',
  'badge.sale': 'Louer ou acheter',
  'badge.members': 'Abonnés',
}
