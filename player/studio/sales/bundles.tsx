import { useState } from 'preact/hooks'
import type { StudioBundle, StudioBundles } from '../../../contract/bundles.ts'
import type { StudioCollections } from '../../../contract/collections.ts'
import type { StudioVideos } from '../../../contract/studio.ts'
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
import { readAmount, wrongPrice } from '../parts/amounts.ts'
import { CurrencyChoice } from '../parts/currency-choice.tsx'

const path = '/api/studio/bundles'

/** Films that are sold together: made, and taken from sale. */
export function Bundles({ currency }: { currency: string }) {
  const loaded = useLoad('bundles', (signal) => api.get<StudioBundles>(path, signal))
  const [adding, setAdding] = useState(false)
  const bundles = (loaded.value ?? loaded.last)?.bundles ?? []
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
  const { id, title, amount, currency, active, videos, collection } = bundle
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
  const films = useLoad('bundle films', (signal) =>
    api.get<StudioVideos>('/api/studio/videos?limit=100', signal),
  )
  const collections = useLoad('bundle collections', (signal) =>
    api.get<StudioCollections>('/api/studio/collections?limit=100', signal),
  )
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
      {whole && (
        <WhichCollection collections={collections.value?.collections} error={errors.collectionId} />
      )}
      {!whole && (
        <fieldset class="access">
          <legend>{saleWords('bundleFilms')}</legend>
          {films.value?.videos.map(({ id, title }) => (
            <div class="check" key={id}>
              <input type="checkbox" id={`bundle-${id}`} name={`video:${id}`} />
              <label for={`bundle-${id}`}>{title}</label>
            </div>
          ))}
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
  )
}

interface WhichCollectionProps {
  collections: StudioCollections['collections'] | undefined
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
