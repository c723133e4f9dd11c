import type { plans as english } from '../en/plans.ts'
import type { Translated } from '../speak.ts'

export const plans: Translated<typeof english> = {
  on: ({ date }) => `le ${date}`,
  until: ({ date }) => `jusqu’au ${date}`,
  onPeriodEnd: 'à la fin de la période',
  untilPeriodEnd: 'jusqu’à la fin de la période',
  'active.label': 'Actif',
  'active.text': ({ on }) => `Se renouvelle ${on}.`,
  'ending.label': 'Se termine',
  'ending.text': ({ until }) =>
    `Résilié. Vous pouvez regarder ${until}, et plus rien n’est prélevé.`,
  'trial.label': 'Essai',
  'trial.text': ({ until }) => `Gratuit ${until}. Ensuite, vous payez l’abonnement.`,
  'trial.ending': ({ on }) =>
    `Résilié. Votre essai gratuit se termine ${on}, et rien n’est prélevé.`,
  'failed.label': 'Paiement échoué',
  'failed.text':
    'Votre dernier paiement a échoué, les films sont donc en pause. Changez de carte pour continuer.',
  'failed.grace': ({ date }) =>
    `Votre dernier paiement a échoué. Changez de carte avant le ${date} pour continuer à regarder.`,
  'unpaid.label': 'Impayé',
  'unpaid.text':
    'Un paiement de votre abonnement est dû, les films sont donc en pause. Payez-le pour continuer.',
  'incomplete.label': 'Inachevé',
  'incomplete.text':
    'Votre premier paiement n’a pas abouti. Terminez-le pour commencer à regarder.',
  'paused.label': 'En pause',
  'paused.text':
    'Votre abonnement est en pause et rien n’est prélevé. Reprenez-le pour regarder de nouveau.',
  'ended.label': 'Terminé',
  'ended.text': 'Votre abonnement est terminé. Choisissez un abonnement pour regarder de nouveau.',
  'pausing.label': 'Bientôt en pause',
  'pausing.text': ({ date }) =>
    `Vous pouvez regarder jusqu’au ${date}. Ensuite, rien n’est prélevé tant que vous ne reprenez pas votre abonnement.`,
  'paused.price': ({ price }) =>
    `Rien n’est prélevé. Reprenez votre abonnement pour regarder de nouveau, pour ${price}.`,
  'paused.comingBack': ({ date }) =>
    `Votre abonnement reprend avec le prochain paiement, le ${date}.`,
  'payment_pending.label': 'Paiement en route',
  'payment_pending.text':
    'Votre banque peut mettre quelques jours. Vous pourrez regarder dès que l’argent sera arrivé.',
  'refunded.label': 'Remboursé',
  'refunded.text': 'Votre dernier paiement a été remboursé, les films sont donc en pause.',
  'disputed.label': 'Contesté',
  'disputed.text': 'Votre banque a redemandé votre dernier paiement, les films sont donc en pause.',
}
