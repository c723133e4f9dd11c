import type { Forms } from '../speak.ts'

/** The operator's page about plans and prices. */
export const sale = {
  plans: 'Plans',
  plansFailed: 'The plans did not load',
  loadingPlans: 'Loading the plans',
  noPlans: 'There are no plans yet. With a plan, people pay by the month or the year.',
  newPlan: 'New plan',
  makePlan: 'Make the plan',
  making: 'Making the plan',
  change: 'Change',
  cancel: 'Cancel',
  archived: 'No longer sold',
  archive: 'Stop selling',
  archiving: 'Stopping',
  archiveText: ({ count }: { count: number }, forms: Forms) =>
    count === 0
      ? 'Nobody has this plan.'
      : forms.plural(count, {
          one: 'One person has this plan. They keep it and go on paying.',
          other: `${count} people have this plan. They keep it and go on paying.`,
        }),
  revive: 'Sell again',
  reviving: 'Putting it on sale',
  moveUp: ({ name }: { name: string }) => `Move ${name} up`,
  moveDown: ({ name }: { name: string }) => `Move ${name} down`,
  up: 'Up',
  down: 'Down',
  moving: 'Moving',

  name: 'Name',
  nameMissing: 'Give the plan a name.',
  description: 'Description',
  descriptionHint: 'One sentence that is shown with the price. May be empty.',
  maxStreams: 'Devices at the same time',
  trialDays: 'Free trial, in days',
  trialHint: '0 for none.',
  wrongNumber: ({ least, most }: { least: number; most: number }) =>
    `Use a whole number from ${least} to ${most}.`,
  perMonth: ({ currency }: { currency: string }) => `Price a month, in ${currency}`,
  perYear: ({ currency }: { currency: string }) => `Price a year, in ${currency}`,
  priceHint: 'Such as 9.99. Leave it empty for none.',
  wrongAmount: 'Use an amount such as 9.99.',
  wrongCurrency: 'Cards cannot be charged in this currency. Choose another.',
  addCurrency: 'Also sell in',
  addCurrencyNone: 'No other currency',
  priceMissing: 'Set a price a month or a year.',
  priceLeast: ({ amount }: { amount: string }) => `The smallest price Stripe charges is ${amount}.`,
  priceMost: ({ amount }: { amount: string }) => `The largest price Stripe charges is ${amount}.`,
  priceStep: ({ amount }: { amount: string }) => `Use steps of ${amount}.`,

  // Who pays the old price
  affected: ({ count, price }: { count: number; price: string }, forms: Forms) =>
    forms.plural(count, {
      one: `One person pays ${price} now.`,
      other: `${count} people pay ${price} now.`,
    }),
  affectedLegend: 'Who pays the price that you have changed?',
  keep: 'They keep their price. Only new people pay the new one.',
  move: 'They pay the new price from their next period on. Nothing is charged before.',
  moveNote: 'Tell them beforehand: in many countries they must be told of a higher price.',

  // Promotion codes
  codes: 'Promotion codes',
  codesNone: 'There are none. With a code, people pay less on the payment page.',
  codesFailed: 'The promotion codes did not load',
  codeNew: 'New promotion code',
  code: 'Code',
  codeHint: 'What people type on the payment page, such as SUMMER25.',
  codeWrong: 'Use 3 to 40 letters, digits and hyphens.',
  codeTakesOff: 'Takes off',
  codeKind: 'Percentage or amount',
  codePercent: 'Per cent',
  codeAmount: 'An amount of money',
  wrongPercent: 'Use a number from 1 to 100.',
  codeDuration: 'Of a plan it lowers',
  'code.once': 'the first payment',
  'code.repeating': 'the payments of some months',
  'code.forever': 'every payment',
  codeHowManyMonths: 'How many months',
  codeMaxUses: 'How often it can be used',
  codeMaxUsesHint: 'Leave it empty for no limit.',
  codeMake: 'Make the code',
  codeMaking: 'Making the code',
  codeOff: 'Switched off',
  codeSwitchOff: 'Switch off',
  codeSwitchOn: 'Switch on',
  codeWorth: ({ worth }: { worth: string }) => `${worth} off`,
  codeMonths: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, { one: 'payments of one month', other: `payments of ${count} months` }),
  codeUses: ({ count, most }: { count: number; most: number | null }, forms: Forms) =>
    most === null
      ? forms.plural(count, { one: 'used once', other: `used ${count} times` })
      : `used ${count} of ${most} times`,
  codeUntil: ({ date }: { date: string }) => `until ${date}`,

  // Bundles
  bundles: 'Bundles',
  bundlesNone: 'There are none. With a bundle, people buy several films in one go.',
  bundlesFailed: 'The bundles did not load',
  bundlesMore: 'Show more bundles',
  bundleNew: 'New bundle',
  bundleFilms: 'Films in it',
  bundleOf: 'What is in it',
  bundleOfFilms: 'Films that I choose',
  bundleOfCollection: 'A whole collection, with what is put into it later',
  bundleCollection: 'Collection',
  bundleNoCollection: 'Choose a collection.',
  bundleNoCollections: 'There is no collection yet.',
  bundleAllOf: ({ title }: { title: string }) => `All of “${title}”`,
  bundleWaits: 'Not sold at the moment, since not all of it is in the catalogue.',
  bundleTooFew: 'Choose two films or more.',
  bundlePrice: 'Price',
  bundleMake: 'Make the bundle',
  bundleMaking: 'Making the bundle',

  devices: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, { one: '1 device', other: `${count} devices` }),
  trial: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, { one: '1 day free', other: `${count} days free` }),
  subscribers: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, { one: '1 subscriber', other: `${count} subscribers` }),
  videos: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, { one: '1 film', other: `${count} films` }),
  oldPrice: ({ price, count }: { price: string; count: number }, forms: Forms) =>
    forms.plural(count, {
      one: `${price}, no longer offered: 1 person pays it`,
      other: `${price}, no longer offered: ${count} people pay it`,
    }),
  movingPrice: ({ price, count }: { price: string; count: number }, forms: Forms) =>
    forms.plural(count, {
      one: `${price}: 1 person still pays it until their period ends`,
      other: `${price}: ${count} people still pay it until their periods end`,
    }),
}
