import type { Numbers, WorthMovements } from '../../../contract/analytics.ts'
import { money } from '../../../contract/words/format.ts'
import { numbersWords } from '../../../contract/words/numbers.ts'
import { FiguresTable } from './figures-table.tsx'

interface Paid {
  amount: number
  refunded: number
  currency: string
}

const paidOf = ({ amount, refunded, currency }: Paid) => ({
  figures: [money(amount, currency), money(refunded, currency)],
  values: [currency, amount, refunded],
})

/** What came in, and how what subscriptions are worth a month changed. */
export function MoneyNumbers({ revenue }: Pick<Numbers, 'revenue'>) {
  const paid = [numbersWords('amount'), numbersWords('refunded')]
  const inFile = [numbersWords('currency'), ...paid]
  return (
    <>
      {revenue.movements.map((movements) => (
        <Movements key={movements.currency} movements={movements} />
      ))}
      <FiguresTable
        id="came-in"
        title={numbersWords('cameIn')}
        about={numbersWords('cameInAbout')}
        heads={inFile}
        rows={revenue.payments.map((row) => ({
          ...{ key: row.currency, name: row.currency.toUpperCase() },
          ...{ figures: paidOf(row).figures, values: [row.amount, row.refunded] },
        }))}
      />
      {revenue.byPlan.length > 0 && (
        <FiguresTable
          id="by-plan"
          title={numbersWords('byPlan')}
          about={numbersWords('byPlanAbout')}
          heads={[numbersWords('plan'), ...paid]}
          fileHeads={[numbersWords('plan'), ...inFile]}
          rows={revenue.byPlan.map((row) => ({
            key: `${row.planId} ${row.currency}`,
            name: row.name ?? numbersWords('gone'),
            ...paidOf(row),
          }))}
        />
      )}
      {revenue.byVideo.length > 0 && (
        <FiguresTable
          id="by-film"
          title={numbersWords('byFilm')}
          about={numbersWords('byFilmAbout')}
          heads={[numbersWords('film'), ...paid]}
          fileHeads={[numbersWords('film'), ...inFile]}
          rows={revenue.byVideo.map((row) => ({
            key: `${row.videoId} ${row.title} ${row.currency}`,
            name: row.title ?? numbersWords('gone'),
            ...paidOf(row),
          }))}
        />
      )}
    </>
  )
}

function Movements({ movements }: { movements: WorthMovements }) {
  const { currency, late } = movements
  const row = (key: Parameters<typeof numbersWords>[0], amount: number) => ({
    ...{ key, name: numbersWords(key as 'amount'), figures: [money(amount, currency)] },
    values: [amount],
  })
  const code = currency.toUpperCase()
  return (
    <FiguresTable
      id={`movements-${currency}`}
      title={numbersWords('movements', { currency: code })}
      about={numbersWords('movementsAbout')}
      heads={[numbersWords('movement'), code]}
      rows={[
        row('move.opening', movements.opening),
        row('move.new', movements.new),
        row('move.expansion', movements.expansion),
        row('move.reactivation', movements.reactivation),
        row('move.contraction', movements.contraction),
        row('move.churn', movements.churn),
        row('move.closing', movements.closing),
        row('move.failed', late.failed),
        row('move.recovered', late.recovered),
        row('move.lost', late.lost),
        row('move.waiting', late.closing),
      ]}
    />
  )
}
