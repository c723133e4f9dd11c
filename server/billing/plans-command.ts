import { readFile } from 'node:fs/promises'
import { plansOnSale } from './plans-on-sale.ts'
import { pushPlans, readPlanFile } from './push-plans.ts'
import { type PlansContext, syncPlans } from './sync-plans.ts'

export interface PlansParts extends PlansContext {
  say(line: string): void
}

export const plansHelp = `matinee plans               what is on sale, as Stripe has it now
matinee plans push FILE     make the plans of a file in Stripe; again changes nothing`

/**
 * `matinee plans …`: what is on sale.
 *
 * @param args what stands behind "plans"
 * @throws Error whose message is the sentence to show
 */
export async function runPlansCommand(parts: PlansParts, args: string[]): Promise<void> {
  const [verb, file, ...rest] = args
  if (verb === undefined) {
    await syncPlans(parts)
  } else if (verb === 'push' && file !== undefined && rest.length === 0) {
    await push(parts, file)
  } else {
    throw new Error(plansHelp)
  }
  await list(parts)
}

async function push(parts: PlansParts, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new Error(`The plan file ${file} cannot be read: ${cause.message}.`, { cause })
  })
  const { created, updated } = await pushPlans(parts, readPlanFile(parseJson(text, file)))
  for (const what of created) parts.say(`made     ${what}`)
  for (const what of updated) parts.say(`changed  ${what}`)
  if (created.length + updated.length === 0) parts.say('Stripe has all of it already.')
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`The plan file ${file} is not JSON.`, { cause })
  }
}

async function list({ database, say }: PlansParts): Promise<void> {
  for (const { id, name, prices } of await plansOnSale(database)) {
    const each = prices.map(({ amount, currency, interval }) => {
      const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
        style: 'currency',
        currency,
      }).resolvedOptions()
      const figure = (amount / 10 ** maximumFractionDigits).toFixed(maximumFractionDigits)
      return `${figure} ${currency.toUpperCase()} a ${interval}`
    })
    say(`${id.padEnd(12)} ${name}: ${each.join(', ')}`)
  }
}
