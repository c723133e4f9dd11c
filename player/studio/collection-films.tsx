import { useId, useRef, useState } from 'preact/hooks'
import type { StudioCollection } from '../../contract/collections.ts'
import { collectionWords } from '../../contract/words/collections.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { api } from '../ui/page-api.ts'
import { FindFilm } from './find-film.tsx'
import { useThingsToWatch } from './things-to-watch.ts'

interface CollectionFilmsProps {
  collection: StudioCollection
  onChanged(collection: StudioCollection): void
}

/** The same with one element at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}

/** The films of a collection: dragged or moved by buttons, taken out, added. */
export function CollectionFilms({ collection, onChanged }: CollectionFilmsProps) {
  const { id, videos, videoIds } = collection
  const [dragged, setDragged] = useState<number>()
  const save = async (videoIds: string[]) =>
    onChanged(
      await api.request<StudioCollection>('PATCH', `/api/studio/collections/${id}`, {
        body: { videoIds },
      }),
    )
  const heading = useId()
  // Whoever moves a film on by keyboard stays with it, though its place in the page is another.
  const list = useRef<HTMLOListElement>(null)
  async function move(from: number, to: number) {
    const film = videoIds[from]
    await save(moved(videoIds, from, to))
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-id="${film}"] button`)?.focus()
    })
  }
  return (
    <section class="panel" aria-labelledby={heading}>
      <h2 id={heading}>{collectionWords('orderHeading')}</h2>
      {videos.length === 0 && <p>{collectionWords('noFilms')}</p>}
      <ol ref={list} class="ledger" aria-labelledby={heading}>
        {videos.map(({ id, title, onShow }, index) => (
          <li
            key={id}
            data-id={id}
            draggable
            class={dragged === index ? 'ledger-dragged' : undefined}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => dragged !== undefined && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== undefined && dragged !== index) void move(dragged, index)
            }}
          >
            <span class="ledger-what">
              <a href={`/studio/films/${id}`}>{title}</a>
              {!onShow && <span class="ledger-more">{collectionWords('notOnShow')}</span>}
            </span>
            <span class="ledger-acts">
              {index > 0 && (
                <ActionButton
                  look="quiet"
                  busy={collectionWords('moving')}
                  act={() => move(index, index - 1)}
                >
                  <span aria-hidden="true">{collectionWords('up')}</span>
                  <span class="unseen">{collectionWords('moveUp', { title })}</span>
                </ActionButton>
              )}
              {index < videos.length - 1 && (
                <ActionButton
                  look="quiet"
                  busy={collectionWords('moving')}
                  act={() => move(index, index + 1)}
                >
                  <span aria-hidden="true">{collectionWords('down')}</span>
                  <span class="unseen">{collectionWords('moveDown', { title })}</span>
                </ActionButton>
              )}
              <ActionButton
                look="quiet"
                busy={collectionWords('removing')}
                act={() => save(videoIds.filter((other) => other !== id))}
              >
                <span aria-hidden="true">{collectionWords('remove')}</span>
                <span class="unseen">{collectionWords('removeNamed', { title })}</span>
              </ActionButton>
            </span>
          </li>
        ))}
      </ol>
      <AddFilm without={videoIds} add={(video) => save([...videoIds, video])} />
    </section>
  )
}

interface AddFilmProps {
  without: readonly string[]
  add(videoId: string): Promise<void>
}

function AddFilm({ without, add }: AddFilmProps) {
  const things = useThingsToWatch()
  const [chosen, setChosen] = useState('')
  const id = useId()
  return (
    <>
      <FindFilm things={things} />
      <div class="field">
        <label for={id}>{collectionWords('addFilm')}</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{collectionWords('chooseFilm')}</option>
          {things.videos
            .filter((video) => !without.includes(video.id))
            .map((video) => (
              <option key={video.id} value={video.id}>
                {video.title}
              </option>
            ))}
        </select>
      </div>
      {chosen !== '' && (
        <ActionButton
          look="secondary"
          busy={collectionWords('addingFilm')}
          act={async () => {
            await add(chosen)
            setChosen('')
          }}
        >
          {collectionWords('addFilm')}
        </ActionButton>
      )}
    </>
  )
}
