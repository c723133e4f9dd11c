import type { AmountProblem } from '../../../contract/charge-limits.ts'
import { money } from '../../../contract/words/format.ts'
import { say } from '../../../contract/words/server.ts'
import { spokenLanguage } from '../../../contract/words/speak.ts'

/** What is wrong with a price, and what to do, for whoever sets it. */
export function priceProblem(problem: AmountProblem, currency: string): string {
  switch (problem.kind) {
    case 'currency':
      return say('billing.price.currency')
    case 'least':
      return say('billing.price.least', {
        amount: money(problem.least, currency, spokenLanguage()),
      })
    case 'most':
      return say('billing.price.most', { amount: money(problem.most, currency, spokenLanguage()) })
    case 'step':
      return say('billing.price.step', {
        currency: currency.toUpperCase(),
        amount: money(problem.step, currency, spokenLanguage()),
      })
  }
}
