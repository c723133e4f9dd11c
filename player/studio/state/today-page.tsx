import type { Period, Summary } from '../../../contract/analytics.ts'
import { money } from '../../../contract/words/format.ts'
import { numbersWords } from '../../../contract/words/numbers.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { Figure, figure, tenths } from '../numbers/figure.tsx'
import { FiguresTable } from '../numbers/figures-table.tsx'
import { useMay } from '../parts/may.ts'
import { usePolled } from '../parts/use-polled.ts'
import { StudioNav } from '../studio-nav.tsx'
import { LiveSessions } from './live-sessions.tsx'

const minuteMs = 60_000

/** How it goes: today, lately, and just now. */
export function TodayPage() {
  useTitle(numbersWords('today'))
  const mayThey = useMay()
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{numbersWords('today')}</h1>
      <div class="video-side">
        {mayThey('numbers') && <Lately />}
        <LiveSessions />
      </div>
    </div>
  )
}

function Lately() {
  const loaded = useLoad('summary', (signal) => api.get<Summary>('/api/studio/summary', signal))
  usePolled(true, loaded.retry, minuteMs)
  const summary = loaded.value ?? loaded.last
  if (loaded.status === 'failed') {
    return <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
  }
  if (summary === undefined) return <Waiting>{studioWords('loading')}</Waiting>
  const { mrr, today, last, before } = summary
  const periods = [today, last, before]
  const currencies = [...new Set(periods.flatMap((one) => one.payments.map((of) => of.currency)))]
  const paid = (period: Period, currency: string) =>
    period.payments.find((one) => one.currency === currency)?.amount ?? 0
  const row = (name: string, of: (period: Period) => number, text = figure) => ({
    ...{ key: name, name, values: periods.map(of) },
    figures: periods.map((period) => text(of(period))),
  })
  return (
    <>
      {mrr.length > 0 && (
        <dl class="figure-list">
          {mrr.map(({ currency, amount }) => (
            <Figure
              key={currency}
              name={numbersWords('worth', { currency: currency.toUpperCase() })}
              value={money(amount, currency)}
            />
          ))}
        </dl>
      )}
      <FiguresTable
        id="lately"
        title={numbersWords('lately')}
        about={numbersWords('latelyAbout')}
        heads={[
          ...[numbersWords('what'), numbersWords('today')],
          ...[numbersWords('lastDays'), numbersWords('daysBefore')],
        ]}
        rows={[
          ...currencies.map((currency) =>
            row(
              numbersWords('paidIn', { currency: currency.toUpperCase() }),
              (period) => paid(period, currency),
              (amount) => money(amount, currency),
            ),
          ),
          row(numbersWords('started'), ({ started }) => started),
          row(numbersWords('ended'), ({ ended }) => ended),
          row(numbersWords('plays'), ({ plays }) => plays),
          row(numbersWords('hours'), ({ hoursWatched }) => hoursWatched, tenths),
          row(numbersWords('viewers'), ({ viewers }) => viewers),
        ]}
      />
    </>
  )
}
