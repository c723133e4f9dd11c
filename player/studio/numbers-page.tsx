import { useId, useState } from 'preact/hooks'
import type { Numbers } from '../../contract/analytics.ts'
import { numbersWords } from '../../contract/words/numbers.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { Button } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'
import { useTitle } from '../ui/use-title.ts'
import { Waiting } from '../ui/waiting.tsx'
import { Figure, figure, tenths } from './figure.tsx'
import { Definition } from './figures-table.tsx'
import { MoneyNumbers } from './money-numbers.tsx'
import { StudioNav } from './studio-nav.tsx'
import { SubscriberNumbers, SubscribersNow } from './subscriber-numbers.tsx'
import { WatchingNumbers } from './watching-numbers.tsx'

const choices = [7, 30, 90, 365]

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
          <div class="figures-head">
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
            <Button look="secondary" onClick={() => print()}>
              {numbersWords('print')}
            </Button>
          </div>
          <Figures numbers={shown} />
        </div>
      )}
    </div>
  )
}

function Figures({ numbers }: { numbers: Numbers }) {
  const { subscribers, byDay } = numbers
  return (
    <>
      <SubscribersNow {...numbers} />
      <section class="panel" aria-labelledby="in-days">
        <h2 id="in-days">{numbersWords('inDays')}</h2>
        <dl class="figure-list">
          <Figure name={numbersWords('plays')} value={figure(numbers.plays)} />
          <Figure name={numbersWords('hours')} value={tenths(numbers.hoursWatched)} />
          <Figure name={numbersWords('viewers')} value={figure(numbers.viewers)} />
          <Figure name={numbersWords('started')} value={figure(subscribers.started)} />
          <Figure name={numbersWords('ended')} value={figure(subscribers.ended)} />
        </dl>
        {byDay.length > 90 && <p class="small">{numbersWords('viewersOlder')}</p>}
        <Definition>{numbersWords('inDaysAbout')}</Definition>
      </section>
      <MoneyNumbers revenue={numbers.revenue} />
      <SubscriberNumbers {...numbers} />
      <WatchingNumbers videos={numbers.videos} byDay={byDay} />
    </>
  )
}
