import { useState } from 'preact/hooks'
import type { StudioCollection } from '../../../contract/collections.ts'
import { collectionWords } from '../../../contract/words/collections.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { seasonKey } from './collection-lists.ts'
import { listName } from './list-name.ts'
import type { Arranging } from './use-arranging.ts'

interface PartProps {
  collection: StudioCollection
  arranging: Arranging
}

/** Whether its films are episodes; of a series another season. */
export function SeriesChoice({ collection, arranging }: PartProps) {
  const [asking, setAsking] = useState(false)
  const { series, seasons } = collection
  const turn = async () => {
    if (await arranging.change(() => ({ series: !series }))) setAsking(false)
  }
  const next = Math.max(0, ...seasons.map(({ number }) => number)) + 1
  const addSeason = () =>
    arranging.change((now) => ({
      seasons: [...now.seasons, { number: next, title: '', videoIds: [] }],
    }))
  return (
    <div class="series-choice">
      {series && (
        <ActionButton
          look="secondary"
          busy={collectionWords('moving')}
          act={async () => void (await addSeason())}
        >
          {collectionWords('addSeason', { number: next })}
        </ActionButton>
      )}
      {asking ? (
        <>
          <p>{collectionWords(series ? 'makePlainText' : 'makeSeriesText')}</p>
          <div class="actions">
            <ActionButton look="secondary" busy={collectionWords('moving')} act={turn}>
              {collectionWords(series ? 'makePlain' : 'makeSeries')}
            </ActionButton>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {collectionWords('leaveTheirs')}
            </Button>
          </div>
        </>
      ) : (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {collectionWords(series ? 'makePlain' : 'makeSeries')}
        </Button>
      )}
    </div>
  )
}

/** The heading of a list; of a season what it is called, and the way to take it out while it is empty. */
export function SeasonHead({ listKey, ...part }: PartProps & { listKey: string }) {
  const { collection, arranging } = part
  const [renaming, setRenaming] = useState(false)
  const season = collection.seasons.find(({ number }) => seasonKey(number) === listKey)
  const name = listName(listKey, collection)
  if (season === undefined) return <h2>{name}</h2>
  if (renaming) {
    return <SeasonForm {...part} number={season.number} onDone={() => setRenaming(false)} />
  }
  return (
    <div class="film-list-head">
      <h2>{name}</h2>
      <Button look="quiet" onClick={() => setRenaming(true)}>
        {collectionWords('nameSeason')}
        <span class="unseen"> {name}</span>
      </Button>
      {season.videoIds.length === 0 && (
        <ActionButton
          look="quiet"
          busy={collectionWords('removing')}
          act={async () =>
            void (await arranging.change((now) => ({
              seasons: now.seasons.filter(({ number }) => number !== season.number),
            })))
          }
        >
          {collectionWords('remove')}
          <span class="unseen"> {name}</span>
        </ActionButton>
      )}
    </div>
  )
}

function SeasonForm(props: PartProps & { number: number; onDone(): void }) {
  const { collection, arranging, number, onDone } = props
  const title = collection.seasons.find((season) => season.number === number)?.title ?? ''
  const { form, onSubmit, busy, problem } = useForm({
    check: () => ({}),
    submit: async (values) => {
      const wanted = { number: Number(values.number), title: values.title?.trim() ?? '' }
      await arranging.change((now) => ({
        seasons: now.seasons.map((season) =>
          season.number === number ? { ...season, ...wanted } : season,
        ),
      }))
      onDone()
    },
  })
  return (
    <form ref={form} class="form" noValidate onSubmit={onSubmit}>
      <Field label={collectionWords('seasonNumber')} name="number" defaultValue={String(number)} />
      <Field label={collectionWords('seasonTitle')} name="title" defaultValue={title} />
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <div class="actions">
        <Button type="submit" busy={busy && studioWords('saving')}>
          {studioWords('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {collectionWords('leaveTheirs')}
        </Button>
      </div>
    </form>
  )
}
