import { useId, useState } from 'preact/hooks'
import type { StudioCollection } from '../../../contract/collections.ts'
import { collectionWords } from '../../../contract/words/collections.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FindFilm } from '../parts/find-film.tsx'
import { useThingsToWatch } from '../parts/things-to-watch.ts'
import { type FilmList, listsOf, place, takeOut } from './collection-lists.ts'
import { listName } from './list-name.ts'
import { type Dragged, OrderedList } from './ordered-list.tsx'
import { SeasonHead, SeriesChoice } from './series-choice.tsx'
import { type Arranging, useArranging } from './use-arranging.ts'

interface CollectionFilmsProps {
  collection: StudioCollection
  onChanged(collection: StudioCollection): void
}

/** The films of a collection, in lists: dragged or moved by buttons, taken out, added. */
export function CollectionFilms({ collection, onChanged }: CollectionFilmsProps) {
  const arranging = useArranging(collection, onChanged)
  const [dragged, setDragged] = useState<Dragged>()
  const lists = listsOf(collection)
  return (
    <section class="panel" aria-label={collectionWords('orderHeading')}>
      {arranging.isStale && (
        <Notice
          tone="urgent"
          heading={collectionWords('staleHeading')}
          action={
            <div class="actions">
              <ActionButton busy={collectionWords('moving')} act={arranging.again}>
                {collectionWords('changeAnyway')}
              </ActionButton>
              <Button look="quiet" onClick={arranging.leave}>
                {collectionWords('leaveTheirs')}
              </Button>
            </div>
          }
        >
          {collectionWords('staleText')}
        </Notice>
      )}
      {lists.map(({ key, videoIds }) => (
        <div key={key} class="film-list">
          <SeasonHead listKey={key} collection={collection} arranging={arranging} />
          {key === 'films' && videoIds.length === 0 && <p>{collectionWords('noFilms')}</p>}
          <Films
            {...{ collection, arranging, lists, dragged }}
            list={{ key, videoIds }}
            onDrag={setDragged}
          />
        </div>
      ))}
      <AddFilm collection={collection} lists={lists} arranging={arranging} />
      <SeriesChoice collection={collection} arranging={arranging} />
    </section>
  )
}

interface FilmsProps {
  collection: StudioCollection
  arranging: Arranging
  lists: readonly FilmList[]
  list: FilmList
  dragged: Dragged | undefined
  onDrag(dragged: Dragged | undefined): void
}

function Films({ collection, arranging, lists, list, dragged, onDrag }: FilmsProps) {
  const { key, videoIds } = list
  const films = new Map(collection.videos.map((video) => [video.id, video]))
  const items = videoIds.map((id) => {
    const { title = '', onShow = false } = films.get(id) ?? {}
    return {
      ...{ id, name: title },
      what: (
        <>
          <a href={`/studio/films/${id}`}>{title}</a>
          {!onShow && <span class="ledger-more">{collectionWords('notOnShow')}</span>}
        </>
      ),
      acts: (
        <>
          {lists.length > 1 && (
            <select
              aria-label={collectionWords('moveNamedTo', { title })}
              value={key}
              onChange={({ currentTarget: { value } }) => {
                const at = lists.find((one) => one.key === value)?.videoIds.length ?? 0
                void arranging.change(place(id, value, at)).catch(() => undefined)
              }}
            >
              {lists.map((one) => (
                <option key={one.key} value={one.key}>
                  {listName(one.key, collection)}
                </option>
              ))}
            </select>
          )}
          <ActionButton
            look="quiet"
            busy={collectionWords('removing')}
            act={async () => void (await arranging.change(takeOut(id)))}
          >
            <span aria-hidden="true">{collectionWords('remove')}</span>
            <span class="unseen">{collectionWords('removeNamed', { title })}</span>
          </ActionButton>
        </>
      ),
    }
  })
  return (
    <OrderedList
      list={key}
      label={listName(key, collection)}
      items={items}
      dragged={dragged}
      onDrag={onDrag}
      onPlace={(id, at) => arranging.change(place(id, key, at))}
    />
  )
}

interface AddFilmProps {
  collection: StudioCollection
  lists: readonly FilmList[]
  arranging: Arranging
}

function AddFilm({ collection, lists, arranging }: AddFilmProps) {
  const things = useThingsToWatch()
  const [chosen, setChosen] = useState('')
  const [list, setList] = useState('')
  const id = useId()
  const known = new Set(collection.videos.map((video) => video.id))
  const into = lists.find(({ key }) => key === list) ?? lists.findLast(isFilms) ?? lists[0]
  return (
    <>
      <FindFilm things={things} />
      <div class="field">
        <label for={id}>{collectionWords('addFilm')}</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{collectionWords('chooseFilm')}</option>
          {things.videos
            .filter((video) => !known.has(video.id))
            .map((video) => (
              <option key={video.id} value={video.id}>
                {video.title}
              </option>
            ))}
        </select>
      </div>
      {lists.length > 1 && (
        <div class="field">
          <label for={`${id}-list`}>{collectionWords('where')}</label>
          <select
            id={`${id}-list`}
            value={into?.key}
            onChange={(event) => setList(event.currentTarget.value)}
          >
            {lists.map(({ key }) => (
              <option key={key} value={key}>
                {listName(key, collection)}
              </option>
            ))}
          </select>
        </div>
      )}
      {chosen !== '' && into !== undefined && (
        <ActionButton
          look="secondary"
          busy={collectionWords('addingFilm')}
          act={async () => {
            await arranging.change(place(chosen, into.key, into.videoIds.length))
            setChosen('')
          }}
        >
          {collectionWords('addFilm')}
        </ActionButton>
      )}
    </>
  )
}

const isFilms = ({ key }: FilmList): boolean => key !== 'trailers' && key !== 'extras'
