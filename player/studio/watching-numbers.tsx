import { useMemo } from 'preact/hooks'
import type { Numbers } from '../../contract/analytics.ts'
import { dayUtc } from '../../contract/words/format.ts'
import { numbersWords } from '../../contract/words/numbers.ts'
import { Chart } from '../ui/chart.tsx'
import { figure, tenths } from './figure.tsx'
import { FiguresTable } from './figures-table.tsx'

const dayMs = 86_400_000
const dayText = (number: number) => dayUtc(new Date(number * dayMs).toISOString().slice(0, 10))

/** What was watched, by film and by day. */
export function WatchingNumbers({ videos, byDay }: Pick<Numbers, 'videos' | 'byDay'>) {
  const watched = [numbersWords('plays'), numbersWords('hours')]
  const [xs, ys] = useMemo(
    () => [
      byDay.map(({ day }) => Date.parse(day) / dayMs),
      byDay.map(({ hoursWatched }) => hoursWatched),
    ],
    [byDay],
  )
  return (
    <>
      <FiguresTable
        id="most-watched"
        title={numbersWords('mostWatched')}
        about={numbersWords('mostWatchedAbout')}
        heads={[numbersWords('film'), ...watched]}
        rows={videos.map(({ videoId, title, plays, hoursWatched }) => ({
          ...{ key: videoId, name: title ?? numbersWords('gone') },
          ...{ figures: [figure(plays), tenths(hoursWatched)], values: [plays, hoursWatched] },
        }))}
      />
      <FiguresTable
        id="by-day"
        title={numbersWords('byDay')}
        note={numbersWords('byDayNote')}
        about={numbersWords('inDaysAbout')}
        heads={[numbersWords('day'), ...watched, numbersWords('viewers')]}
        rows={byDay.toReversed().map(({ day, plays, hoursWatched, viewers }) => ({
          ...{ key: day, name: dayUtc(day) },
          figures: [figure(plays), tenths(hoursWatched), figure(viewers)],
          values: [plays, hoursWatched, viewers],
        }))}
      >
        <Chart
          label={numbersWords('hours')}
          xs={xs}
          ys={ys}
          xText={(x) => (Number.isInteger(x) ? dayText(x) : '')}
          yText={tenths}
          pointText={(x, y) => `${dayText(x)}: ${tenths(y)}`}
        />
      </FiguresTable>
    </>
  )
}
