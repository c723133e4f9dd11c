import { useMemo } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import type { Audience } from '../../../contract/analytics.ts'
import { percent, timeCode } from '../../../contract/words/format.ts'
import { numbersWords } from '../../../contract/words/numbers.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Chart } from '../../ui/chart.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'
import { DaysChoice, useDays } from './days-choice.tsx'
import { Figure, figure } from './figure.tsx'
import { FiguresTable } from './figures-table.tsx'

/** Seconds that are round on a clock. */
const minutes = [10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400]

/** How far a film is watched. */
export function AudiencePage() {
  const { id = '' } = useRoute().params
  const { days, query, choose } = useDays()
  const path = `/api/studio/videos/${encodeURIComponent(id)}/audience${query}`
  const loaded = useLoad(path, (signal) => api.get<Audience>(path, signal))
  const shown = loaded.value ?? loaded.last
  const title = shown && numbersWords('audience', { title: shown.title })
  useTitle(title ?? numbersWords('numbers'))
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{title ?? numbersWords('numbers')}</h1>
      <p class="back">
        <a href="/studio/numbers">{numbersWords('backToNumbers')}</a>
      </p>
      {loaded.status === 'failed' && (
        <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {shown === undefined && loaded.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {shown !== undefined && (
        <div class="video-side" aria-busy={loaded.status === 'loading'}>
          <DaysChoice days={days} choose={(chosen) => choose(chosen, shown.to)} />
          <Curve audience={shown} />
        </div>
      )}
    </div>
  )
}

function Curve({ audience }: { audience: Audience }) {
  const { counts, viewings, stepSeconds } = audience
  const xs = useMemo(() => counts.map((_, step) => step * stepSeconds), [counts, stepSeconds])
  const share = (count: number) => percent(viewings === 0 ? 0 : count / viewings)
  const first = counts[0] ?? 0
  const half = counts.findIndex((count) => count < first / 2)
  return (
    <>
      <section class="panel" aria-labelledby="counted">
        <h2 id="counted">{numbersWords('counted')}</h2>
        <dl class="figure-list">
          <Figure name={numbersWords('counted')} value={figure(viewings)} />
          <Figure name={numbersWords('reachedEnd')} value={share(counts.at(-1) ?? 0)} />
          {half > 0 && (
            <Figure name={numbersWords('halfGone')} value={timeCode(half * stepSeconds)} />
          )}
        </dl>
      </section>
      <FiguresTable
        id="audience"
        title={numbersWords('curve')}
        about={numbersWords('curveAbout')}
        folded
        heads={[numbersWords('at'), numbersWords('plays'), numbersWords('share')]}
        rows={
          viewings === 0
            ? []
            : counts.map((count, step) => ({
                ...{ key: String(step), name: timeCode(step * stepSeconds) },
                ...{ figures: [figure(count), share(count)], values: [count, count / viewings] },
              }))
        }
      >
        <Chart
          label={numbersWords('curve')}
          xs={xs}
          ys={counts}
          steps={minutes}
          xText={timeCode}
          yText={figure}
          pointText={(at, count) =>
            numbersWords('curvePoint', {
              ...{ at: timeCode(at), count: figure(count), share: share(count) },
            })
          }
        />
      </FiguresTable>
    </>
  )
}
