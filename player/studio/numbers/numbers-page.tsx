import type { Numbers } from '../../../contract/analytics.ts'
import { numbersWords } from '../../../contract/words/numbers.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'
import { DaysChoice, useDays } from './days-choice.tsx'
import { Figure, figure, tenths } from './figure.tsx'
import { Definition } from './figures-table.tsx'
import { MoneyNumbers } from './money-numbers.tsx'
import { QualityNumbers } from './quality-numbers.tsx'
import { SubscriberNumbers, SubscribersNow } from './subscriber-numbers.tsx'
import { WatchingNumbers } from './watching-numbers.tsx'

/** How the house is doing: what came in, who subscribes, what was watched. */
export function NumbersPage() {
  useTitle(numbersWords('numbers'))
  const { days, query, choose } = useDays()
  const path = `/api/studio/numbers${query}`
  const loaded = useLoad(path, (signal) => api.get<Numbers>(path, signal))
  const shown = loaded.value ?? loaded.last
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
            <DaysChoice days={days} choose={(chosen) => choose(chosen, shown.to)} />
            <Button look="secondary" onClick={() => print()}>
              {numbersWords('print')}
            </Button>
          </div>
          <Figures numbers={shown} />
          <QualityNumbers days={days} />
        </div>
      )}
    </div>
  )
}

function Figures({ numbers }: { numbers: Numbers }) {
  const { subscribers } = numbers
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
        <Definition>{numbersWords('inDaysAbout')}</Definition>
      </section>
      <MoneyNumbers revenue={numbers.revenue} />
      <SubscriberNumbers {...numbers} />
      <WatchingNumbers {...numbers} />
    </>
  )
}
