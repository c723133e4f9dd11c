import { numbersWords } from '../../../contract/words/numbers.ts'

export const figure = (value: number) => numbersWords('figure', { value })
export const tenths = (hours: number) => figure(Math.round(hours * 10) / 10)

export function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
