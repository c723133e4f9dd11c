import { useId, useState } from 'preact/hooks'
import type { Numbers } from '../../contract/analytics.ts'
import { dayUtc, money } from '../../contract/words/format.ts'
import { numbersWords } from '../../contract/words/numbers.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { Failure } from '../ui/failure.tsx'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'
import { useTitle } from '../ui/use-title.ts'
import { Waiting } from '../ui/waiting.tsx'
import { FiguresTable } from './figures-table.tsx'
import { StudioNav } from './studio-nav.tsx'

const choices = [7, 30, 90, 365]
const figure = (value: number) => numbersWords('figure', { value })
const tenths = (hours: number) => figure(Math.round(hours * 10) / 10)

/** The first of so many days before another. @param to "2027-06-16" */
const daysBefore = (to: string, days: number) =>
  new Date(Date.parse(to) - days * 86_400_000).toISOString().slice(0, 10)

/** How the house is doing: what came in, who subscribes, what was watched. */
export function NumbersPage() {
  useTitle(numbersWords('numbers'))
  const id = useId()
  const [days, setDays] = useState(30)
  const [from, setFrom] = useState<string>()
  const path = `/api/studio/numbers${from === undefined ? '' : `?from=${from}`}`
  const loaded = useLoad(path, (signal) => api.get<Numbers>(path, signal))
  const shown = loaded.value ?? loaded.last
  function choose(chosen: number) {
    if (shown === undefined) return
    setDays(chosen)
    setFrom(daysBefore(shown.to, chosen))
  }
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{numbersWords('numbers')}</h1>
      {loaded.status === 'failed' && (
        <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {shown === undefined && loaded.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {shown !== undefined && (
        <div class="video-side" aria-busy={loaded.status === 'loading'}>
          <div class="field figure-days">
            <label for={id}>{numbersWords('days')}</label>
            <select
              id={id}
              value={days}
              onChange={(event) => choose(Number(event.currentTarget.value))}
            >
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {numbersWords('last', { days: choice })}
                </option>
              ))}
            </select>
          </div>
          <Figures numbers={shown} />
        </div>
      )}
    </div>
  )
}

function Figures({ numbers }: { numbers: Numbers }) {
  const { revenue, subscribers } = numbers
  const { unpriced } = revenue
  const watched = [numbersWords('plays'), numbersWords('hours')]
  const paid = [numbersWords('amount'), numbersWords('refunded')]
  const earned = (row: { amount: number; refunded: number; currency: string }) => [
    money(row.amount, row.currency),
    money(row.refunded, row.currency),
  ]
  return (
    <>
      <section class="panel" aria-labelledby="now">
        <h2 id="now">{numbersWords('now')}</h2>
        <dl class="figure-list">
          {revenue.mrr.map(({ currency, amount }) => (
            <Figure
              key={currency}
              name={numbersWords('worth', { currency: currency.toUpperCase() })}
              value={money(amount, currency)}
            />
          ))}
          <Figure name={numbersWords('active')} value={figure(subscribers.active)} />
          <Figure name={numbersWords('trialing')} value={figure(subscribers.trialing)} />
          <Figure name={numbersWords('pastDue')} value={figure(subscribers.pastDue)} />
        </dl>
        {unpriced > 0 && <p class="small">{numbersWords('unpriced', { count: unpriced })}</p>}
      </section>
      <section class="panel" aria-labelledby="in-days">
        <h2 id="in-days">{numbersWords('inDays')}</h2>
        <dl class="figure-list">
          <Figure name={numbersWords('plays')} value={figure(numbers.plays)} />
          <Figure name={numbersWords('hours')} value={tenths(numbers.hoursWatched)} />
          <Figure name={numbersWords('viewers')} value={figure(numbers.viewers)} />
          <Figure name={numbersWords('started')} value={figure(subscribers.started)} />
          <Figure name={numbersWords('ended')} value={figure(subscribers.ended)} />
        </dl>
        {numbers.byDay.length > 90 && <p class="small">{numbersWords('viewersOlder')}</p>}
      </section>
      <FiguresTable
        id="came-in"
        title={numbersWords('cameIn')}
        heads={[numbersWords('currency'), ...paid]}
        rows={revenue.payments.map((row) => ({
          ...{ key: row.currency, name: row.currency.toUpperCase(), figures: earned(row) },
        }))}
      />
      {revenue.byPlan.length > 0 && (
        <FiguresTable
          id="by-plan"
          title={numbersWords('byPlan')}
          heads={[numbersWords('plan'), ...paid]}
          rows={revenue.byPlan.map((row) => ({
            key: `${row.planId} ${row.currency}`,
            name: row.name ?? numbersWords('gone'),
            figures: earned(row),
          }))}
        />
      )}
      {revenue.byVideo.length > 0 && (
        <FiguresTable
          id="by-film"
          title={numbersWords('byFilm')}
          heads={[numbersWords('film'), ...paid]}
          rows={revenue.byVideo.map((row) => ({
            key: `${row.videoId} ${row.currency}`,
            name: row.title ?? numbersWords('gone'),
            figures: earned(row),
          }))}
        />
      )}
      <FiguresTable
        id="most-watched"
        title={numbersWords('mostWatched')}
        heads={[numbersWords('film'), ...watched]}
        rows={numbers.videos.map(({ videoId, title, plays, hoursWatched }) => ({
          key: videoId,
          name: title ?? numbersWords('gone'),
          figures: [figure(plays), tenths(hoursWatched)],
        }))}
      />
      <FiguresTable
        id="by-day"
        title={numbersWords('byDay')}
        note={numbersWords('byDayNote')}
        heads={[numbersWords('day'), ...watched, numbersWords('viewers')]}
        rows={numbers.byDay.toReversed().map(({ day, plays, hoursWatched, viewers }) => ({
          key: day,
          name: dayUtc(day),
          figures: [figure(plays), tenths(hoursWatched), figure(viewers)],
        }))}
      />
    </>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
