import type { billing as english } from '../../en/server/billing.ts'
import type { Translated } from '../../speak.ts'

export const billing: Translated<typeof english> = {
  'billing.noPlan': 'Vous n’avez pas d’abonnement.',
  'billing.noPlanYet': 'Vous n’avez pas encore d’abonnement. Choisissez-en un pour commencer.',
  'billing.amountsChanged': 'Les montants ont changé. Regardez-les de nouveau.',
  'billing.change.open': 'Un paiement est dû. Changez d’abord de carte, puis d’abonnement.',
  'billing.change.paused': 'Votre abonnement est en pause. Reprenez-le d’abord, puis changez-le.',
  'billing.change.pending': 'Votre premier paiement est encore en route.',
  'billing.change.wentBack':
    'Votre dernier paiement a été retourné. Payez d’abord de nouveau, sur la page de votre compte.',
  'billing.change.currency': 'Cet abonnement est vendu dans une autre devise que la vôtre.',
  'billing.pause.unpaid': 'Seul un abonnement payé peut être mis en pause.',
  'billing.pause.ending':
    'Votre abonnement se termine de toute façon. Il n’y a rien à mettre en pause.',
  'billing.payAgain.paid':
    'Aucun paiement de votre abonnement n’a été remboursé, il n’y en a donc pas à refaire.',
  'billing.payAgain.none': 'Il n’y a pas de paiement à refaire. Choisissez un abonnement.',
  'billing.payAgain.notOnSale': 'Votre abonnement n’est plus en vente. Choisissez-en un autre.',
  'billing.nothingToManage': 'Il n’y a encore rien à gérer : vous n’avez ni abonnement ni achat.',
  'billing.code.taken': ({ code }) =>
    `Le code ${code} est déjà utilisé. Choisissez-en un autre, ou désactivez d’abord celui-là.`,
  'billing.code.worth': 'Retirez soit un pourcentage, soit un montant.',
  'billing.code.months': 'Dites pour combien de mois, et seulement s’il dure quelques mois.',
  'billing.code.past': 'Ce moment est passé. Choisissez-en un à venir.',
  'billing.code.none': 'Stripe n’a pas ce code promo.',
  'billing.code.over': 'Ce code est épuisé ou terminé. Créez-en un nouveau.',
  'billing.otherAccount':
    'Ce paiement a été fait avec un autre compte. Déconnectez-vous, puis connectez-vous avec celui qui a payé.',
  'billing.priceGone': 'Ce prix n’est plus en vente. Rechargez la page et choisissez de nouveau.',
  'billing.notInCurrency': ({ currency }) =>
    `Cet abonnement n’est pas vendu en ${currency}. Choisissez une autre devise.`,
  'billing.currencyOfPlan': 'Une devise ne se choisit que pour un abonnement. Ne l’indiquez pas.',
  'billing.notForRent':
    'Ce film n’est pas à louer. Rechargez la page pour voir comment le regarder.',
  'billing.notForSale':
    'Ce film n’est pas à vendre. Rechargez la page pour voir comment le regarder.',
  'billing.boughtAll': 'Tous ces films sont déjà à vous. Appuyez sur lecture.',
  'billing.bought': 'Ce film est déjà à vous. Appuyez sur lecture.',
  'billing.rented': 'Vous avez loué ce film. Appuyez sur lecture.',
  'billing.underWay':
    'Votre paiement est en cours. Cela peut prendre quelques jours ; ensuite, appuyez sur lecture.',
  'billing.either': 'Envoyez soit priceId, soit videoId et kind, soit bundleId.',
  'billing.eitherField': 'ou videoId et kind',
  'billing.noCustomer': 'Stripe n’a pas ce client.',
  'billing.joinUnverified':
    'L’adresse de ce compte n’est pas confirmée, il peut donc être à quelqu’un d’autre. Son propriétaire la confirme dans ses réglages ; associez ensuite le client.',
  'billing.othersCustomer': 'Ce client appartient à un autre compte.',
  'billing.notArrived': 'Ce paiement n’est pas arrivé.',
  'billing.refunded': 'Ce paiement a déjà été remboursé.',
  'billing.refundLeft': ({ left }) => `amount : il reste au plus ${left} de ce paiement.`,
  'billing.refundMost': ({ left }) => `doit être au plus ${left}`,
  'billing.cursor': 'doit venir d’une réponse',
  'billing.notAnEvent': 'Le contenu n’est pas un événement de Stripe.',
  'billing.webhookAddress': ({ url }) =>
    `Stripe n’accepte pas ${url} comme adresse pour ses messages. Réglez PUBLIC_URL sur l’adresse par laquelle le monde atteint ce site, en https.`,
  'billing.samePlanName': ({ name }) =>
    `Il existe déjà un abonnement nommé « ${name} ». Donnez un autre nom à celui-ci.`,
  'billing.archived': 'Cet abonnement n’est plus vendu. Remettez-le en vente avant de le modifier.',
  'billing.samePrice': 'est un second prix pour la même durée et la même devise',
  'billing.price.currency':
    'Stripe ne débite pas de cartes dans cette devise. Choisissez-en une autre.',
  'billing.price.least': ({ amount }) => `Le plus petit prix que Stripe débite est ${amount}.`,
  'billing.price.most': ({ amount }) => `Le plus grand prix que Stripe débite est ${amount}.`,
  'billing.price.step': ({ currency, amount }) => `Stripe débite ${currency} par pas de ${amount}.`,
  'billing.grantEnd': 'doit être à venir',
  'billing.grantEither': 'Envoyez soit planId, soit videoId.',
  'billing.grantEitherField': 'ou videoId, pas les deux',
}
