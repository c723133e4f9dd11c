import type { offers as english } from '../en/offers.ts'
import type { Translated } from '../speak.ts'

export const offers: Translated<typeof english> = {
  'every.day': 'pro Tag',
  'every.week': 'pro Woche',
  'every.month': 'pro Monat',
  'every.year': 'pro Jahr',
  everyOther: ({ interval }) => `pro ${interval}`,
  'interval.day': 'Täglich',
  'interval.week': 'Wöchentlich',
  'interval.month': 'Monatlich',
  'interval.year': 'Jährlich',
  price: ({ amount, per }) => `${amount} ${per}`,
  planFor: ({ name, price }) => `${name}, ${price}`,
  switchTo: ({ name }) => `Zu ${name} wechseln`,
  rent: 'Leihen',
  buy: 'Kaufen',
  rentFor: ({ amount }) => `Für ${amount} leihen`,
  buyFor: ({ amount }) => `Für ${amount} kaufen`,
  rental: ({ startDays, watchHours }, forms) =>
    `Innerhalb von ${forms.plural(startDays, { one: '1 Tag', other: `${startDays} Tagen` })} starten, danach haben Sie ${forms.plural(watchHours, { one: '1 Stunde', other: `${watchHours} Stunden` })} bis zum Ende.`,
  bundle: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Ein Film, für immer',
      other: `${count} Filme zusammen, für immer`,
    }),
  bundleFollows: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Bisher ein Film und alle, die noch kommen, für immer',
      other: `Bisher ${count} Filme und alle, die noch kommen, für immer`,
    }),
  bundleFor: ({ title, amount }) => `${title} für ${amount}`,
  forGood: 'Sehen Sie ihn, so oft Sie möchten.',
  trial: ({ days }, forms) =>
    forms.plural(days, {
      one: 'Der erste Tag ist kostenlos',
      other: `Die ersten ${days} Tage sind kostenlos`,
    }),
  trialThen: ({ days }, forms) =>
    forms.plural(days, {
      one: 'Der erste Tag ist kostenlos, danach',
      other: `Die ersten ${days} Tage sind kostenlos, danach`,
    }),
  billingPage: 'Zahlungsseite öffnen',
  billingPageMore: 'Dort können Sie zahlen oder Ihre Karte ändern.',
  payAgain: 'Erneut zahlen',
  payAgainMore: 'Ihr Abo beginnt neu, und Filme laufen sofort.',
  updateCard: 'Karte ändern',
  devices: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Ein Gerät zur selben Zeit',
      other: `${count} Geräte gleichzeitig`,
    }),
}
