import type { Quality } from '../../../contract/playback.ts'
import { moment, percent } from '../../../contract/words/format.ts'
import { numbersWords, watchedWith } from '../../../contract/words/numbers.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { figure, tenths } from './figure.tsx'
import { FiguresTable } from './figures-table.tsx'

/** So long single reports are kept. */
const mostDays = 90

const seconds = (ms: number | null) =>
  ms === null ? numbersWords('none') : numbersWords('seconds', { value: Math.round(ms / 100) / 10 })

type Went = Pick<Quality, 'viewings' | 'startUpMs' | 'stallsPerHour' | 'stalledShare'> & {
  failed: number
}

const wentHeads = () => [
  numbersWords('plays'),
  numbersWords('startHalf'),
  numbersWords('startMost'),
  numbersWords('stalls'),
  numbersWords('stalled'),
  numbersWords('failedViewings'),
]

const wentOf = ({ viewings, startUpMs, stallsPerHour, stalledShare, failed }: Went) => ({
  figures: [
    figure(viewings),
    seconds(startUpMs.p50),
    seconds(startUpMs.p95),
    stallsPerHour === null ? numbersWords('none') : tenths(stallsPerHour),
    stalledShare === null ? numbersWords('none') : percent(stalledShare),
    figure(failed),
  ],
  values: [
    viewings,
    startUpMs.p50 ?? '',
    startUpMs.p95 ?? '',
    stallsPerHour ?? '',
    stalledShare ?? '',
    failed,
  ],
})

/** How watching went, in all, by film and by device, and the slowest viewings. */
export function QualityNumbers({ days: wanted }: { days: number }) {
  const days = Math.min(wanted, mostDays)
  const path = `/api/studio/quality?days=${days}`
  const loaded = useLoad(path, (signal) => api.get<Quality>(path, signal))
  const quality = loaded.value ?? loaded.last
  if (loaded.status === 'failed') {
    return <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
  }
  if (quality === undefined || quality.viewings === 0) return null
  const note = numbersWords('qualityDays', { days })
  const about = numbersWords('qualityAbout')
  return (
    <>
      <FiguresTable
        id="quality-films"
        title={numbersWords('qualityByFilm')}
        {...{ note, about }}
        heads={[numbersWords('film'), ...wentHeads()]}
        rows={quality.byVideo.map((row) => ({ key: row.videoId, name: row.title, ...wentOf(row) }))}
      />
      <FiguresTable
        id="quality-devices"
        title={numbersWords('qualityByDevice')}
        {...{ note, about }}
        heads={[numbersWords('device'), ...wentHeads()]}
        rows={quality.byDevice.map((row) => ({
          ...{ key: String(row.device), name: watchedWith(row.device) },
          ...wentOf(row),
        }))}
      />
      {quality.errors.length > 0 && (
        <FiguresTable
          id="errors"
          title={numbersWords('errors')}
          note={note}
          heads={[numbersWords('error'), numbersWords('plays')]}
          rows={quality.errors.map(({ code, count }) => ({
            ...{ key: code, name: code, figures: [figure(count)], values: [count] },
          }))}
        />
      )}
      {quality.slowest.length > 0 && (
        <FiguresTable
          id="slowest"
          title={numbersWords('slowest')}
          note={note}
          heads={[
            ...[numbersWords('film'), numbersWords('day'), numbersWords('device')],
            ...[numbersWords('startUp'), numbersWords('waited'), numbersWords('error')],
          ]}
          rows={quality.slowest.map((row, index) => ({
            ...{ key: `${index} ${row.at}`, name: row.title },
            figures: [
              ...[moment(row.at), watchedWith(row.device)],
              ...[seconds(row.startUpMs), seconds(row.stallMs)],
              row.errorCode ?? numbersWords('none'),
            ],
            values: [
              ...[row.at, row.device ?? '', row.startUpMs ?? '', row.stallMs],
              row.errorCode ?? '',
            ],
          }))}
        />
      )}
    </>
  )
}
