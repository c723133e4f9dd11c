import { useMemo } from 'preact/hooks'
import type { Numbers } from '../../../contract/analytics.ts'
import { dayUtc } from '../../../contract/words/format.ts'
import { numbersWords, watchedWith } from '../../../contract/words/numbers.ts'
import { Chart } from '../../ui/chart.tsx'
import { figure, tenths } from './figure.tsx'
import { FiguresTable } from './figures-table.tsx'

const dayMs = 86_400_000
const dayText = (number: number) => dayUtc(new Date(number * dayMs).toISOString().slice(0, 10))

const watchedOf = ({ plays, hoursWatched }: { plays: number; hoursWatched: number }) => ({
  figures: [figure(plays), tenths(hoursWatched)],
  values: [plays, hoursWatched],
})

/** What was watched, by film and by day. */
export function WatchingNumbers({
  videos,
  byDay,
  sources,
  devices,
}: Pick<Numbers, 'videos' | 'byDay' | 'sources' | 'devices'>) {
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
          ...(title !== null && { href: `/studio/numbers/films/${videoId}` }),
          ...watchedOf({ plays, hoursWatched }),
        }))}
      />
      {sources.length > 0 && (
        <FiguresTable
          id="sources"
          title={numbersWords('sources')}
          about={numbersWords('sourcesAbout')}
          heads={[numbersWords('source'), ...watched]}
          rows={sources.map(({ host, ...row }) => ({
            ...{ key: String(host), name: host ?? numbersWords('untold'), ...watchedOf(row) },
          }))}
        />
      )}
      {devices.length > 0 && (
        <FiguresTable
          id="devices"
          title={numbersWords('devices')}
          about={numbersWords('devicesAbout')}
          heads={[numbersWords('device'), ...watched]}
          rows={devices.map(({ device, ...row }) => ({
            ...{ key: String(device), name: watchedWith(device) },
            ...watchedOf(row),
          }))}
        />
      )}
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
