import { readFile } from 'node:fs/promises'
import { decimalsOf } from '../../contract/minor-units.ts'
import { inEachCurrency } from '../../contract/price-currencies.ts'
import { plansOnSale } from '../billing/plans/plans-on-sale.ts'
import { pushPlans, readPlanFile } from '../billing/plans/push-plans.ts'
import { type PlansDeps, syncPlans } from '../billing/plans/sync-plans.ts'
import type { Terminal } from './terminal.ts'

type PlansCommandDeps = PlansDeps & Terminal

export const plansHelp = `matinee plans               what is on sale, as Stripe has it now
matinee plans push FILE     make the plans of a file in Stripe; again changes nothing`

/**
 * `matinee plans …`: what is on sale.
 *
 * @param args what stands behind "plans"
 * @throws Error whose message is the sentence to show
 */
export async function runPlansCommand(deps: PlansCommandDeps, args: string[]): Promise<void> {
  const [verb, file, ...rest] = args
  if (verb === undefined) {
    await syncPlans(deps)
  } else if (verb === 'push' && file !== undefined && rest.length === 0) {
    await push(deps, file)
  } else {
    throw new Error(plansHelp)
  }
  await list(deps)
}

async function push(deps: PlansCommandDeps, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new Error(`The plan file ${file} cannot be read: ${cause.message}.`, { cause })
  })
  const { created, updated, revived } = await pushPlans(deps, readPlanFile(parseJson(text, file)))
  for (const what of created) deps.say(`made     ${what}`)
  for (const what of revived) deps.say(`revived  ${what}: it had been archived in Stripe`)
  for (const what of updated) deps.say(`changed  ${what}`)
  if (created.length + updated.length + revived.length === 0)
    deps.say('Stripe has all of it already.')
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`The plan file ${file} is not JSON.`, { cause })
  }
}

async function list({ database, say }: PlansCommandDeps): Promise<void> {
  for (const { id, name, prices } of await plansOnSale(database)) {
    const each = inEachCurrency(prices).map(({ amount, currency, interval }) => {
      const decimals = decimalsOf(currency)
      const figure = (amount / 10 ** decimals).toFixed(decimals)
      return `${figure} ${currency.toUpperCase()} a ${interval}`
    })
    say(`${id.padEnd(12)} ${name}: ${each.join(', ')}`)
  }
}
