import type { AmountProblem } from '../../contract/charge-limits.ts'
import { money } from '../../contract/words/format.ts'

/** What is wrong with a price, and what to do, for whoever sets it. */
export function priceProblem(problem: AmountProblem, currency: string): string {
  switch (problem.kind) {
    case 'currency':
      return 'Stripe charges no cards in this currency. Choose another one.'
    case 'least':
      return `The smallest price that Stripe charges is ${money(problem.least, currency, 'en')}.`
    case 'most':
      return `The largest price that Stripe charges is ${money(problem.most, currency, 'en')}.`
    case 'step':
      return `Stripe charges ${currency.toUpperCase()} in steps of ${money(problem.step, currency, 'en')}.`
  }
}
