import { invalid } from './faults.ts'
import { type Field, text } from './params.ts'

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
