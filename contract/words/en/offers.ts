import type { Forms } from '../speak.ts'

interface Price {
  /** An amount of money as it is written. */
  amount: string
  per: string
}

const days = (count: number, forms: Forms) =>
  forms.plural(count, { one: '1 day', other: `${count} days` })

/** What can be bought, and what it costs. */
export const offers = {
  'every.day': 'a day',
  'every.week': 'a week',
  'every.month': 'a month',
  'every.year': 'a year',
  everyOther: ({ interval }: { interval: string }) => `per ${interval}`,
  'interval.day': 'Daily',
  'interval.week': 'Weekly',
  'interval.month': 'Monthly',
  'interval.year': 'Yearly',
  price: ({ amount, per }: Price) => `${amount} ${per}`,
  planFor: ({ name, price }: { name: string; price: string }) => `${name}, ${price}`,
  switchTo: ({ name }: { name: string }) => `Switch to ${name}`,
  rent: 'Rent',
  buy: 'Buy',
  rentFor: ({ amount }: { amount: string }) => `Rent for ${amount}`,
  buyFor: ({ amount }: { amount: string }) => `Buy for ${amount}`,
  rental: ({ startDays, watchHours }: { startDays: number; watchHours: number }, forms: Forms) =>
    `Start within ${days(startDays, forms)}, then you have ${forms.plural(watchHours, {
      one: '1 hour',
      other: `${watchHours} hours`,
    })} to finish it.`,
  bundle: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, { one: 'One film, for good', other: `${count} films together, for good` }),
  bundleFollows: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      one: 'One film so far and all that come later, for good',
      other: `${count} films so far and all that come later, for good`,
    }),
  bundleFor: ({ title, amount }: { title: string; amount: string }) => `${title} for ${amount}`,
  forGood: 'Watch it as often as you like.',
  trial: ({ days: count }: { days: number }, forms: Forms) => `First ${days(count, forms)} free`,
  trialThen: ({ days: count }: { days: number }, forms: Forms) =>
    `First ${days(count, forms)} free, then`,
  billingPage: 'Open the billing page',
  billingPageMore: 'There you can pay, or change your card.',
  payAgain: 'Pay again',
  payAgainMore: 'Your plan starts anew, and films play at once.',
  updateCard: 'Update card',
  devices: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      one: 'One device at a time',
      other: `${count} devices at the same time`,
    }),
}
