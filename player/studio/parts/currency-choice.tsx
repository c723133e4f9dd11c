import { currencies } from '../../../contract/charge-limits.ts'
import { spokenLocale } from '../../../contract/words/speak.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Choice } from '../../ui/choice.tsx'

const currencyName = (code: string): string => {
  const upper = code.toUpperCase()
  const name = new Intl.DisplayNames(spokenLocale(), { type: 'currency' }).of(upper)
  return name === undefined || name === upper ? upper : `${upper} · ${name}`
}

/** Those that cards can be charged in, by code and name, in the order of their codes. */
export const currencyOptions = (without: readonly string[] = []): [string, string][] =>
  currencies
    .filter((code) => !without.includes(code))
    .toSorted()
    .map((code) => [code, currencyName(code)])

/** The currency of a price. */
export function CurrencyChoice({ name, defaultValue }: { name: string; defaultValue: string }) {
  return (
    <Choice
      label={studioWords('currency')}
      name={name}
      defaultValue={defaultValue}
      options={currencyOptions()}
    />
  )
}
