import { useId, useState } from 'preact/hooks'
import { numbersWords } from '../../../contract/words/numbers.ts'

const choices = [7, 30, 90, 365]

/** The first of so many days before another. @param to "2027-06-16" */
const daysBefore = (to: string, days: number) =>
  new Date(Date.parse(to) - days * 86_400_000).toISOString().slice(0, 10)

/**
 * How many days are looked at, and how that is asked for: by the server's day, once it has told.
 *
 * @returns the days, the query, and what chooses others given the day behind the last
 */
export function useDays() {
  const [days, setDays] = useState(30)
  const [from, setFrom] = useState<string>()
  const choose = (chosen: number, to: string | undefined) => {
    if (to === undefined) return
    setDays(chosen)
    setFrom(daysBefore(to, chosen))
  }
  return { days, query: from === undefined ? '' : `?from=${from}`, choose }
}

/** Which days are looked at. */
export function DaysChoice({ days, choose }: { days: number; choose: (days: number) => void }) {
  const id = useId()
  return (
    <div class="field figure-days">
      <label for={id}>{numbersWords('days')}</label>
      <select id={id} value={days} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {numbersWords('last', { days: choice })}
          </option>
        ))}
      </select>
    </div>
  )
}
