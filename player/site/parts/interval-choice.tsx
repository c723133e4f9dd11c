import { accountWords } from '../../../contract/words/account.ts'
import { intervalName } from '../../../contract/words/prices.ts'

interface IntervalChoiceProps {
  intervals: readonly string[]
  chosen: string
  /** Whole per cent that paying by the year saves at most; 0 for none. */
  saving: number
  onChoose(interval: string): void
}

/** Monthly or yearly: one choice for all plans on the page. */
export function IntervalChoice({ intervals, chosen, saving, onChoose }: IntervalChoiceProps) {
  return (
    <fieldset class="intervals">
      <legend class="unseen">{accountWords('howOften')}</legend>
      {intervals.map((interval) => (
        <label key={interval}>
          <input
            type="radio"
            name="interval"
            value={interval}
            checked={interval === chosen}
            onChange={() => onChoose(interval)}
          />
          <span>
            {intervalName(interval)}
            {interval === 'year' && saving > 0 && (
              <span class="saving"> {accountWords('saving', { percent: saving })}</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
