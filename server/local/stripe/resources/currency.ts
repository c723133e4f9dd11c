import { invalid } from '../http/faults.ts'
import { type Field, text } from '../http/params.ts'

const known = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))

/** A three-letter currency code, read as lower case. */
export const currency = (): Field<string, false> => ({
  required: false,
  read: (value, name) => {
    const code = text().read(value, name).toLowerCase()
    if (known.has(code)) return code
    throw invalid(`Invalid currency: ${code}. Stripe currently supports these currencies: usd, …`, {
      param: name,
    })
  },
})

/** An amount in the minor unit, as people write it: 999 usd is $9.99, 500 jpy is ¥500. */
export function formatAmount(amount: number, code: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: code.toUpperCase() })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}
