import type { AmountProblem } from '../../../contract/charge-limits.ts'
import { money } from '../../../contract/words/format.ts'
import { say } from '../../../contract/words/server.ts'
import { spokenLanguage } from '../../../contract/words/speak.ts'

/** What is wrong with a price, and what to do, for whoever sets it. */
export function priceProblem(problem: AmountProblem, currency: string): string {
  const spoken = (amount: number) => money(amount, currency, spokenLanguage())
  switch (problem.kind) {
    case 'currency':
      return say('billing.price.currency')
    case 'least':
      return say('billing.price.least', { amount: spoken(problem.least) })
    case 'most':
      return say('billing.price.most', { amount: spoken(problem.most) })
    case 'step':
      return say('billing.price.step', {
        currency: currency.toUpperCase(),
        amount: spoken(problem.step),
      })
  }
}
