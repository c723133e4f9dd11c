import { useId } from 'preact/hooks'
import type { StudioCollections } from '../../../contract/collections.ts'
import type { FrontRow, FrontRowKind } from '../../../contract/front.ts'
import { frontRowKinds } from '../../../contract/front-rows.ts'
import { collectionWords } from '../../../contract/words/collections.ts'
import { Button } from '../../ui/button.tsx'
import type { ThingsToWatch } from '../parts/things-to-watch.ts'

/** Rows are told apart while they are moved, whatever they show. */
export type Row = FrontRow & { key: string }

let made = 0
export const keyed = (row: FrontRow): Row => {
  made += 1
  return { ...row, key: `row-${made}` }
}

export const kindName = (kind: FrontRowKind): string => collectionWords(`row.${kind}`)

interface FilmChoiceProps {
  label: string
  chosen: string | null
  things: ThingsToWatch
  names: ReadonlyMap<string, string>
  onChoose(videoId: string): void
}

/** One of the films that were found. */
export function FilmChoice({ label, chosen, things, names, onChoose }: FilmChoiceProps) {
  const id = useId()
  const isElsewhere = chosen !== null && !things.videos.some((video) => video.id === chosen)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => value !== '' && onChoose(value)}
      >
        <option value="">{collectionWords('chooseFilm')}</option>
        {isElsewhere && (
          <option value={chosen}>{names.get(chosen) ?? collectionWords('filmGone')}</option>
        )}
        {things.videos.map((video) => (
          <option key={video.id} value={video.id}>
            {video.title}
          </option>
        ))}
      </select>
    </div>
  )
}

interface RowFieldsProps {
  row: Row
  collections: StudioCollections['collections']
  things: ThingsToWatch
  names: ReadonlyMap<string, string>
  onChange(change: Partial<FrontRow>): void
}

/** What a row shows, and what it is called. */
export function RowFields({ row, things, names, collections, onChange }: RowFieldsProps) {
  const { key, kind, title, hidden, category, collectionId, videoIds } = row
  return (
    <fieldset class="front-row">
      <legend>{kindName(kind)}</legend>
      <div class="field">
        <label for={`${key}-title`}>{collectionWords('rowTitle')}</label>
        <input
          id={`${key}-title`}
          maxLength={100}
          value={title}
          onInput={(event) => onChange({ title: event.currentTarget.value })}
        />
      </div>
      {kind === 'category' && (
        <div class="field">
          <label for={`${key}-category`}>{collectionWords('rowCategory')}</label>
          <input
            id={`${key}-category`}
            maxLength={100}
            value={category ?? ''}
            onInput={({ currentTarget: { value } }) => onChange({ category: value || null })}
          />
        </div>
      )}
      {kind === 'collection' && (
        <div class="field">
          <label for={`${key}-collection`}>{collectionWords('collection')}</label>
          <select
            id={`${key}-collection`}
            value={collectionId ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ collectionId: value || null })}
          >
            <option value="">{collectionWords('chooseCollection')}</option>
            {collections.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </div>
      )}
      {kind === 'films' && (
        <>
          <ul class="front-films">
            {videoIds.map((id) => (
              <li key={id}>
                {names.get(id) ?? collectionWords('filmGone')}
                <Button
                  look="quiet"
                  onClick={() => onChange({ videoIds: videoIds.filter((one) => one !== id) })}
                >
                  {collectionWords('remove')}
                  <span class="unseen"> {names.get(id) ?? ''}</span>
                </Button>
              </li>
            ))}
          </ul>
          <FilmChoice
            label={collectionWords('addFilm')}
            chosen={null}
            things={things}
            names={names}
            onChoose={(id) => !videoIds.includes(id) && onChange({ videoIds: [...videoIds, id] })}
          />
        </>
      )}
      <div class="check">
        <input
          type="checkbox"
          id={`${key}-hidden`}
          checked={hidden}
          onChange={(event) => onChange({ hidden: event.currentTarget.checked })}
        />
        <label for={`${key}-hidden`}>{collectionWords('rowHidden')}</label>
      </div>
    </fieldset>
  )
}

const several: readonly FrontRowKind[] = ['category', 'collection', 'films']

/** Of most kinds there is one row. */
export function AddRow({ rows, onAdd }: { rows: readonly Row[]; onAdd(kind: FrontRowKind): void }) {
  const id = useId()
  const possible = frontRowKinds.filter(
    (kind) => several.includes(kind) || !rows.some((row) => row.kind === kind),
  )
  return (
    <div class="field">
      <label for={id}>{collectionWords('addRow')}</label>
      <select
        id={id}
        value=""
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') onAdd(currentTarget.value as FrontRowKind)
          currentTarget.value = ''
        }}
      >
        <option value="">{collectionWords('chooseRow')}</option>
        {possible.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind)}
          </option>
        ))}
      </select>
    </div>
  )
}
