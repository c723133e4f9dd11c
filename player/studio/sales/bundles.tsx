import { useState } from 'preact/hooks'
import type { StudioBundle, StudioBundles } from '../../../contract/bundles.ts'
import type { ListedCollection } from '../../../contract/collections.ts'
import type { StudioVideo } from '../../../contract/studio.ts'
import { money } from '../../../contract/words/format.ts'
import { saleWords } from '../../../contract/words/sale.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { pageOf, usePages } from '../../ui/use-pages.ts'
import { readAmount, wrongPrice } from '../parts/amounts.ts'
import { CurrencyChoice } from '../parts/currency-choice.tsx'
import { everyCollection } from '../parts/every-collection.ts'
import { FindFilm } from '../parts/find-film.tsx'
import { type ThingsToWatch, useThingsToWatch } from '../parts/things-to-watch.ts'

const path = '/api/studio/bundles'

/** Films that are sold together: made, and taken from sale. */
export function Bundles({ currency }: { currency: string }) {
  const {
    first: loaded,
    items: bundles = [],
    loadMore,
  } = usePages(path, 'bundles', (cursor, signal) =>
    api.get<StudioBundles>(pageOf(path, cursor), signal),
  )
  const [adding, setAdding] = useState(false)
  const done = () => {
    setAdding(false)
    loaded.retry()
  }
  return (
    <section class="panel" aria-labelledby="bundles">
      <h2 id="bundles">{saleWords('bundles')}</h2>
      {loaded.status === 'failed' && (
        <Failure what={saleWords('bundlesFailed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {loaded.status === 'ready' && bundles.length === 0 && <p>{saleWords('bundlesNone')}</p>}
      {bundles.length > 0 && (
        <ul class="ledger" aria-label={saleWords('bundles')}>
          {bundles.map((bundle) => (
            <OneBundle key={bundle.id} bundle={bundle} onChanged={loaded.retry} />
          ))}
        </ul>
      )}
      {loadMore && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {saleWords('bundlesMore')}
        </ActionButton>
      )}
      {adding ? (
        <BundleForm currency={currency} onSaved={done} onCancel={() => setAdding(false)} />
      ) : (
        <div class="actions">
          <Button look="secondary" onClick={() => setAdding(true)}>
            {saleWords('bundleNew')}
          </Button>
        </div>
      )}
    </section>
  )
}

function OneBundle({ bundle, onChanged }: { bundle: StudioBundle; onChanged(): void }) {
  const { id, title, amount, currency, active, sold, videos, collection } = bundle
  const what =
    collection === null
      ? videos.map((video) => video.title).join(', ')
      : saleWords('bundleAllOf', { title: collection.title })
  async function turn() {
    await api.request('PATCH', `${path}/${id}`, { body: { active: !active } })
    onChanged()
  }
  return (
    <li>
      <span class="ledger-what">
        <strong>
          {title} {!active && <span class="chip">{saleWords('archived')}</span>}
        </strong>
        <span class="ledger-more">{[money(amount, currency), what].join(' · ')}</span>
        {active && !sold && <span class="ledger-more">{saleWords('bundleWaits')}</span>}
      </span>
      <ActionButton look="secondary" busy={studioWords('saving')} act={turn}>
        {saleWords(active ? 'archive' : 'revive')}
      </ActionButton>
    </li>
  )
}

const chosen = (values: Record<string, string>) =>
  Object.keys(values)
    .filter((name) => name.startsWith('video:'))
    .map((name) => name.slice('video:'.length))

interface BundleFormProps {
  currency: string
  onSaved(): void
  onCancel(): void
}

function BundleForm({ currency, onSaved, onCancel }: BundleFormProps) {
  const collections = useLoad('bundle collections', everyCollection)
  const things = useThingsToWatch()
  const [whole, setWhole] = useState(false)
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: (values) => {
      const { title = '', price = '' } = values
      const paidIn = values.currency ?? currency
      const wrong = price.trim() === '' ? saleWords('wrongAmount') : wrongPrice(price, paidIn)
      return onlyErrors({
        title: title.trim() === '' ? saleWords('nameMissing') : undefined,
        price: wrong,
        videos: !whole && chosen(values).length < 2 ? saleWords('bundleTooFew') : undefined,
        collectionId: whole && !values.collectionId ? saleWords('bundleNoCollection') : undefined,
      })
    },
    submit: async (values) => {
      const { title = '', price = '' } = values
      const paidIn = values.currency ?? currency
      await api.post(path, {
        ...{ title: title.trim(), amount: readAmount(price, paidIn), currency: paidIn },
        ...(whole ? { collectionId: values.collectionId } : { videoIds: chosen(values) }),
      })
      onSaved()
    },
  })
  return (
    <>
      {!whole && <FindFilm things={things} />}
      <form ref={form} class="form" noValidate onSubmit={onSubmit}>
        <Field label={saleWords('name')} name="title" error={errors.title} />
        <div class="prices">
          <Field label={saleWords('bundlePrice')} name="price" error={errors.price} />
          <CurrencyChoice name="currency" defaultValue={currency} />
        </div>
        <Choice
          label={saleWords('bundleOf')}
          name="of"
          defaultValue="films"
          options={[
            ['films', saleWords('bundleOfFilms')],
            ['collection', saleWords('bundleOfCollection')],
          ]}
          onChange={(of) => setWhole(of === 'collection')}
        />
        {whole && <WhichCollection collections={collections.value} error={errors.collectionId} />}
        {!whole && (
          <fieldset class="access">
            <legend>{saleWords('bundleFilms')}</legend>
            <WhichFilms videos={things.videos} />
            {errors.videos !== undefined && <p class="field-error">{errors.videos}</p>}
          </fieldset>
        )}
        {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
        <div class="actions">
          <Button type="submit" busy={busy && saleWords('bundleMaking')}>
            {saleWords('bundleMake')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {saleWords('cancel')}
          </Button>
        </div>
      </form>
    </>
  )
}

/** Those that are chosen stay while others are searched for. */
function WhichFilms({ videos }: Pick<ThingsToWatch, 'videos'>) {
  const [chosen, setChosen] = useState<readonly StudioVideo[]>([])
  const away = chosen.filter(({ id }) => videos.every((one) => one.id !== id))
  return [...away, ...videos].map((film) => (
    <div class="check" key={film.id}>
      <input
        type="checkbox"
        id={`bundle-${film.id}`}
        name={`video:${film.id}`}
        checked={chosen.some(({ id }) => id === film.id)}
        onChange={({ currentTarget: { checked } }) =>
          setChosen((now) => (checked ? [...now, film] : now.filter(({ id }) => id !== film.id)))
        }
      />
      <label for={`bundle-${film.id}`}>{film.title}</label>
    </div>
  ))
}

interface WhichCollectionProps {
  collections: readonly ListedCollection[] | undefined
  error: string | undefined
}

function WhichCollection({ collections, error }: WhichCollectionProps) {
  if (collections?.length === 0) return <p>{saleWords('bundleNoCollections')}</p>
  return (
    <Choice
      label={saleWords('bundleCollection')}
      name="collectionId"
      defaultValue=""
      options={[
        ['', saleWords('bundleNoCollection')],
        ...(collections ?? []).map(({ id, title }) => [id, title] as const),
      ]}
      error={error}
    />
  )
}
