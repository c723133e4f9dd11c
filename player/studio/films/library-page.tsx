import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { mostAtOnce } from '../../../contract/library-limits.ts'
import type { StudioVideos } from '../../../contract/studio.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { toProblem } from '../../ui/problem.ts'
import { SearchBox } from '../../ui/search-box.tsx'
import { useChange } from '../../ui/use-change.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { usePolled } from '../parts/use-polled.ts'
import { StudioNav } from '../studio-nav.tsx'
import { DropZone, videoFiles } from '../uploads/drop-zone.tsx'
import { TransferRow } from '../uploads/transfer-row.tsx'
import { sendNewVideo, useTransfers } from '../uploads/transfers.ts'
import { BulkPanel } from './bulk-panel.tsx'
import { LibraryFilters, type LibraryQuery, queryOf } from './library-filters.tsx'
import { VideoRow } from './video-row.tsx'
import { isChanging } from './video-state.ts'

/** Shown again at once when one comes back from a film's page. */
const kept = new Map<string, StudioVideos>()

const addressOf = (query: LibraryQuery) => new URLSearchParams(queryOf(query)).toString()

const find = (wanted: string, cursor?: string, signal?: AbortSignal) => {
  const query = new URLSearchParams(wanted)
  if (cursor !== undefined) query.set('cursor', cursor)
  return api.get<StudioVideos>(`/api/studio/videos?${query}`, signal)
}

export function LibraryPage() {
  useTitle(uiWords('studio'))
  const { query: given, route } = useLocation()
  // In the address, so that a reload and going back keep it.
  const query = queryOf(given)
  const wanted = addressOf(query)
  const search = (next: LibraryQuery) => {
    const address = addressOf(next)
    if (address !== wanted) route(address === '' ? '/studio' : `/studio?${address}`, true)
  }
  const list = useLoad(wanted, (signal) => find(wanted, undefined, signal), kept)
  const [more, setMore] = useState<StudioVideos & { wanted: string }>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const transfers = useTransfers()
  // Their films are gone, and so are their rows.
  const refused = transfers.filter(({ state, isNew }) => state === 'refused' && isNew)
  const [failures, setFailures] = useState<readonly string[]>([])
  const first = list.value ?? list.last
  // What polling brings anew is the first page; those behind it stay as they were loaded.
  const further = more?.wanted === wanted ? more : undefined
  const ids = new Set(first?.videos.map(({ id }) => id))
  const videos = first && [
    ...first.videos,
    ...(further?.videos ?? []).filter(({ id }) => !ids.has(id)),
  ]
  const cursor = further === undefined ? first?.nextCursor : further.nextCursor
  usePolled(videos?.some(isChanging) ?? false, list.retry)

  // One upload more or less changes a film's state.
  useChange(transfers.length, list.retry)
  useChange(refused.length, list.retry)

  const picked = (videos ?? []).filter(({ id }) => chosen.has(id)).slice(0, mostAtOnce)

  function choose(id: string, isChosen: boolean) {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  async function loadMore() {
    if (!cursor) return
    const page = await find(wanted, cursor)
    setMore({ ...page, videos: [...(further?.videos ?? []), ...page.videos], wanted })
  }

  async function add(files: File[]) {
    setFailures([])
    for (const file of files) {
      try {
        await sendNewVideo(file)
      } catch (error) {
        const why = toProblem(error).message
        setFailures((all) => [...all, studioWords('fileNotAdded', { name: file.name, why })])
      }
    }
    list.retry()
  }

  return (
    <div class="page studio">
      <StudioNav />
      <h1>{uiWords('films')}</h1>
      <DropZone
        text={studioWords('dropFilms')}
        label={studioWords('chooseFiles')}
        accept={videoFiles}
        multiple
        onFiles={(files) => void add(files)}
      />
      {failures.length > 0 && (
        <Notice tone="urgent" heading={studioWords('notAdded')}>
          <ul class="stale-list">
            {failures.map((failure) => (
              <li key={failure}>{failure}</li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.map((transfer) => (
        <TransferRow key={transfer.id} transfer={transfer} />
      ))}
      {(wanted !== '' || (videos?.length ?? 0) > 0) && (
        <>
          <SearchBox
            what={studioWords('searchedFilms')}
            value={query.q ?? ''}
            onSearch={(q) => search({ ...query, q })}
          />
          <LibraryFilters query={query} onChanged={search} />
        </>
      )}
      {list.status === 'failed' && (
        <Failure what={studioWords('filmsFailed')} problem={list.problem} retry={list.retry} />
      )}
      {videos === undefined && list.status === 'loading' && (
        <Waiting>{studioWords('loadingFilms')}</Waiting>
      )}
      {videos?.length === 0 && (
        <p class="nothing">
          {wanted === '' ? studioWords('noFilms') : libraryWords('noneFit')}{' '}
          {wanted !== '' && <a href="/studio">{libraryWords('clear')}</a>}
        </p>
      )}
      {videos !== undefined && videos.length > 0 && (
        <div class="library-all">
          <div class="check">
            <input
              type="checkbox"
              id="choose-all"
              checked={picked.length === videos.length}
              onChange={(event) =>
                setChosen(new Set(event.currentTarget.checked ? videos.map(({ id }) => id) : []))
              }
            />
            <label for="choose-all">{libraryWords('chooseAll')}</label>
          </div>
          <p class="small">{libraryWords('total', { count: first?.total ?? 0 })}</p>
        </div>
      )}
      {picked.length > 0 && <BulkPanel videos={picked} onDone={list.retry} />}
      {videos !== undefined && videos.length > 0 && (
        <ul class="library" aria-label={uiWords('films')}>
          {videos.map((video) => (
            <li key={video.id} class="library-row">
              <label class="library-choose">
                <input
                  type="checkbox"
                  aria-label={libraryWords('choose', { title: video.title })}
                  checked={chosen.has(video.id)}
                  onChange={(event) => choose(video.id, event.currentTarget.checked)}
                />
              </label>
              <VideoRow
                video={video}
                transfer={transfers.find(
                  ({ videoId, purpose, state }) =>
                    videoId === video.id && purpose === 'video' && state !== 'refused',
                )}
              />
            </li>
          ))}
        </ul>
      )}
      {cursor && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {studioWords('moreFilms')}
        </ActionButton>
      )}
    </div>
  )
}
