import type { offers as english } from '../en/offers.ts'
import type { Translated } from '../speak.ts'

export const offers: Translated<typeof english> = {
  'every.day': 'par jour',
  'every.week': 'par semaine',
  'every.month': 'par mois',
  'every.year': 'par an',
  everyOther: ({ interval }) => `par ${interval}`,
  'interval.day': 'Par jour',
  'interval.week': 'Par semaine',
  'interval.month': 'Par mois',
  'interval.year': 'Par an',
  price: ({ amount, per }) => `${amount} ${per}`,
  planFor: ({ name, price }) => `${name}, ${price}`,
  switchTo: ({ name }) => `Passer à ${name}`,
  rent: 'Louer',
  buy: 'Acheter',
  rentFor: ({ amount }) => `Louer pour ${amount}`,
  buyFor: ({ amount }) => `Acheter pour ${amount}`,
  rental: ({ startDays, watchHours }, forms) =>
    `À commencer sous ${forms.plural(startDays, { one: `${startDays} jour`, other: `${startDays} jours` })}, puis vous avez ${forms.plural(watchHours, { one: `${watchHours} heure`, other: `${watchHours} heures` })} pour le finir.`,
  bundle: ({ count }, forms) =>
    forms.plural(count, {
      one: `${count} film, pour toujours`,
      other: `${count} films ensemble, pour toujours`,
    }),
  bundleFollows: ({ count }, forms) =>
    forms.plural(count, {
      one: `${count} film pour l’instant et tous ceux à venir, pour toujours`,
      other: `${count} films pour l’instant et tous ceux à venir, pour toujours`,
    }),
  bundleFor: ({ title, amount }) => `${title} pour ${amount}`,
  forGood: 'Regardez-le aussi souvent que vous voulez.',
  trial: ({ days }, forms) =>
    forms.plural(days, {
      one: `${days} jour gratuit pour commencer`,
      other: `${days} jours gratuits pour commencer`,
    }),
  trialThen: ({ days }, forms) =>
    forms.plural(days, {
      one: `${days} jour gratuit, puis`,
      other: `${days} jours gratuits, puis`,
    }),
  billingPage: 'Ouvrir la page de paiement',
  billingPageMore: 'Vous pouvez y payer ou changer de carte.',
  payAgain: 'Payer de nouveau',
  payAgainMore: 'Votre abonnement reprend, et les films sont lus aussitôt.',
  updateCard: 'Changer de carte',
  devices: ({ count }, forms) =>
    forms.plural(count, {
      one: `${count} appareil à la fois`,
      other: `${count} appareils en même temps`,
    }),
}
