import { useId, useState } from 'preact/hooks'
import type { FrontHero, FrontRow, StudioFront } from '../../../contract/front.ts'
import { collectionWords } from '../../../contract/words/collections.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { keepFrontDraft } from '../../ui/front-draft.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { everyCollection } from '../parts/every-collection.ts'
import { FindFilm } from '../parts/find-film.tsx'
import { type ThingsToWatch, useThingsToWatch } from '../parts/things-to-watch.ts'
import { StudioNav } from '../studio-nav.tsx'
import { AddRow, FilmChoice, keyed, kindName, type Row, RowFields } from './front-row.tsx'
import { type Dragged, OrderedList } from './ordered-list.tsx'

const path = '/api/studio/front'

const load = async (signal: AbortSignal) => {
  const [front, collections] = await Promise.all([
    api.get<StudioFront>(path, signal),
    everyCollection(signal),
  ])
  return { front, collections }
}

/** What the front page is made of. */
export function FrontPage() {
  useTitle(collectionWords('front'))
  const loaded = useLoad('front', load)
  const shown = loaded.value ?? loaded.last
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{collectionWords('front')}</h1>
      <p class="page-lead">{collectionWords('frontLead')}</p>
      {loaded.status === 'failed' && (
        <Failure
          what={collectionWords('frontFailed')}
          problem={loaded.problem}
          retry={loaded.retry}
        />
      )}
      {shown === undefined && loaded.status === 'loading' && (
        <Waiting>{collectionWords('frontLoading')}</Waiting>
      )}
      {shown !== undefined && <Editor {...shown} />}
    </div>
  )
}

type Loaded = Awaited<ReturnType<typeof load>>

const bare = ({ key: _, ...row }: Row): FrontRow => row

function Editor({ front: before, collections }: Loaded) {
  const things = useThingsToWatch()
  const [front, setFront] = useState(before)
  const [hero, setHero] = useState<FrontHero>(before.hero)
  const [rows, setRows] = useState(() => before.rows.map(keyed))
  const [theirs, setTheirs] = useState<StudioFront>()
  const [said, say] = useState('')
  const [dragged, setDragged] = useState<Dragged>()
  const draft = () => ({ hero, rows: rows.map(bare) })
  const edit = (key: string, change: Partial<FrontRow>) => {
    say('')
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...change } : row)))
  }
  const names = new Map([
    ...things.videos.map(({ id, title }) => [id, title] as const),
    ...front.named.map(({ id, title }) => [id, title] as const),
  ])
  function take(stored: StudioFront) {
    setFront(stored)
    setHero(stored.hero)
    setRows(stored.rows.map(keyed))
    setTheirs(undefined)
  }
  async function save() {
    say('')
    const { version } = theirs ?? front
    try {
      const stored = await api.request<StudioFront>('PUT', path, { body: { ...draft(), version } })
      take(stored)
      say(studioWords('saved'))
    } catch (error) {
      if (!(error instanceof Problem) || error.document.current === undefined) throw error
      setTheirs(error.document.current as StudioFront)
    }
  }
  const items = rows.map((row) => ({
    id: row.key,
    name: row.title || kindName(row.kind),
    what: (
      <RowFields
        row={row}
        things={things}
        names={names}
        collections={collections}
        onChange={(change) => edit(row.key, change)}
      />
    ),
    acts: (
      <Button
        look="quiet"
        onClick={() => setRows((now) => now.filter(({ key }) => key !== row.key))}
      >
        {collectionWords('remove')}
        <span class="unseen"> {row.title || kindName(row.kind)}</span>
      </Button>
    ),
  }))
  return (
    <>
      <HeroChoice hero={hero} things={things} names={names} onChange={setHero} />
      <section class="panel" aria-label={collectionWords('frontRows')}>
        <h2>{collectionWords('frontRows')}</h2>
        <FindFilm things={things} />
        <OrderedList
          list="rows"
          label={collectionWords('frontRows')}
          items={items}
          dragged={dragged}
          onDrag={setDragged}
          onPlace={async (id, at) => {
            const moving = rows.find(({ key }) => key === id)
            if (moving === undefined) return false
            setRows(rows.filter(({ key }) => key !== id).toSpliced(at, 0, moving))
            return true
          }}
        />
        <AddRow
          rows={rows}
          onAdd={(kind) => {
            const none = { category: null, collectionId: null, videoIds: [] }
            setRows([...rows, keyed({ kind, title: '', hidden: false, ...none })])
          }}
        />
      </section>
      {theirs !== undefined && (
        <Notice
          tone="urgent"
          heading={collectionWords('frontStale')}
          action={
            <Button look="secondary" onClick={() => take(theirs)}>
              {collectionWords('frontTakeTheirs')}
            </Button>
          }
        >
          {collectionWords('frontStaleText')}
        </Notice>
      )}
      <div class="actions front-acts">
        <ActionButton busy={studioWords('saving')} act={save}>
          {theirs === undefined ? studioWords('save') : collectionWords('frontSaveMine')}
        </ActionButton>
        <a
          class="button button-secondary"
          href="/?preview=1"
          target="_blank"
          rel="noreferrer"
          onClick={() => keepFrontDraft(draft())}
        >
          {collectionWords('frontPreview')}
        </a>
        <p class="small" role="status">
          {said}
        </p>
      </div>
    </>
  )
}

interface HeroChoiceProps {
  hero: FrontHero
  things: ThingsToWatch
  names: ReadonlyMap<string, string>
  onChange(hero: FrontHero): void
}

function HeroChoice({ hero, things, names, onChange }: HeroChoiceProps) {
  const id = useId()
  return (
    <div class="panel">
      <div class="field">
        <label for={id}>{collectionWords('hero')}</label>
        <select
          id={id}
          value={hero.kind}
          onChange={({ currentTarget: { value } }) =>
            onChange({ kind: value as FrontHero['kind'], videoId: hero.videoId })
          }
        >
          {(['usual', 'newest', 'film'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {collectionWords(`hero.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      {hero.kind === 'film' && (
        <FilmChoice
          label={collectionWords('heroFilm')}
          chosen={hero.videoId}
          things={things}
          names={names}
          onChoose={(videoId) => onChange({ kind: 'film', videoId })}
        />
      )}
    </div>
  )
}
