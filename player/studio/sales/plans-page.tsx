import { useState } from 'preact/hooks'
import type { StudioPlan, StudioPrice } from '../../../contract/plans.ts'
import { inEachCurrency } from '../../../contract/price-currencies.ts'
import type { SiteSettings } from '../../../contract/site.ts'
import { priceWords } from '../../../contract/words/prices.ts'
import { saleWords } from '../../../contract/words/sale.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'
import { Bundles } from './bundles.tsx'
import { PlanForm } from './plan-form.tsx'
import { PromotionCodes } from './promotion-codes.tsx'

const path = '/api/studio/plans'

const load = async (signal: AbortSignal) => {
  const [{ plans }, { currency }] = await Promise.all([
    api.get<{ plans: StudioPlan[] }>(path, signal),
    api.get<SiteSettings>('/api/studio/settings', signal),
  ])
  return { plans, currency }
}

/** What is sold by the month and the year. */
export function PlansPage() {
  useTitle(saleWords('plans'))
  const loaded = useLoad('plans', load)
  const shown = loaded.value ?? loaded.last
  const [editing, setEditing] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const done = () => {
    setEditing(null)
    setAdding(false)
    loaded.retry()
  }
  const onSale = shown?.plans.filter(({ active }) => active) ?? []
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{saleWords('plans')}</h1>
      {loaded.status === 'failed' && (
        <Failure what={saleWords('plansFailed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {(shown?.plans ?? []).length === 0 && loaded.status === 'loading' && (
        <Waiting>{saleWords('loadingPlans')}</Waiting>
      )}
      {shown !== undefined && (
        <>
          {loaded.status === 'ready' && shown.plans.length === 0 && (
            <p class="page-lead">{saleWords('noPlans')}</p>
          )}
          <ul class="plan-list">
            {shown.plans.map((plan) => (
              <li class="panel" key={plan.id}>
                {editing === plan.id ? (
                  <PlanForm
                    plan={plan}
                    currency={shown.currency}
                    onSaved={done}
                    onCancel={() => setEditing(null)}
                  />
                ) : (
                  <OnePlan
                    plan={plan}
                    neighbours={onSale}
                    onChange={() => setEditing(plan.id)}
                    onDone={done}
                  />
                )}
              </li>
            ))}
          </ul>
          {adding ? (
            <section class="panel plan-new" aria-labelledby="new-plan">
              <h2 id="new-plan">{saleWords('newPlan')}</h2>
              <PlanForm
                plan={null}
                currency={shown.currency}
                onSaved={done}
                onCancel={() => setAdding(false)}
              />
            </section>
          ) : (
            <Button onClick={() => setAdding(true)}>{saleWords('newPlan')}</Button>
          )}
          <div class="video-side plan-more">
            <Bundles currency={shown.currency} />
            <PromotionCodes currency={shown.currency} />
          </div>
        </>
      )}
    </div>
  )
}

function priceLine(price: StudioPrice): string {
  const said = inEachCurrency([price])
    .map((each) => priceWords(each))
    .join(' · ')
  if (price.active) return said
  const values = { price: said, count: price.subscribers }
  return saleWords(price.movesToId === null ? 'oldPrice' : 'movingPrice', values)
}

interface OnePlanProps {
  plan: StudioPlan
  /** The plans on sale, in their order. */
  neighbours: StudioPlan[]
  onChange(): void
  onDone(): void
}

function OnePlan({ plan, neighbours, onChange, onDone }: OnePlanProps) {
  const [asking, setAsking] = useState(false)
  const { id, name, active, subscribers } = plan
  async function send(body: object) {
    await api.request('PATCH', `${path}/${id}`, { body })
    setAsking(false)
    onDone()
  }
  return (
    <>
      <div>
        <h2>
          {name} {!active && <span class="chip">{saleWords('archived')}</span>}
        </h2>
        <p class="small">
          {[
            saleWords('subscribers', { count: subscribers }),
            saleWords('devices', { count: plan.maxStreams }),
            ...(plan.trialDays > 0 ? [saleWords('trial', { count: plan.trialDays })] : []),
            saleWords('videos', { count: plan.videos }),
          ].join(' · ')}
        </p>
      </div>
      <ul class="plan-prices">
        {plan.prices.map((price) => (
          <li key={price.id}>{priceLine(price)}</li>
        ))}
      </ul>
      {asking && <p>{saleWords('archiveText', { count: subscribers })}</p>}
      <div class="actions">
        {active && !asking && (
          <>
            <Button look="secondary" onClick={onChange}>
              {saleWords('change')}
            </Button>
            <Order plan={plan} neighbours={neighbours} onDone={onDone} />
            <Button look="quiet" onClick={() => setAsking(true)}>
              {saleWords('archive')}
            </Button>
          </>
        )}
        {asking && (
          <>
            <ActionButton
              look="danger"
              busy={saleWords('archiving')}
              act={() => send({ active: false })}
            >
              {saleWords('archive')}
            </ActionButton>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {saleWords('cancel')}
            </Button>
          </>
        )}
        {!active && (
          <ActionButton
            look="secondary"
            busy={saleWords('reviving')}
            act={() => send({ active: true })}
          >
            {saleWords('revive')}
          </ActionButton>
        )}
      </div>
    </>
  )
}

/** Up and down among the plans on sale: the two neighbours change places. */
function Order({ plan, neighbours, onDone }: Omit<OnePlanProps, 'onChange'>) {
  const at = neighbours.findIndex(({ id }) => id === plan.id)
  async function swap(other: StudioPlan, step: number) {
    // Two of the same rank would stay where they are.
    const rank = other.rank === plan.rank ? Math.max(0, other.rank + step) : other.rank
    await api.request('PATCH', `${path}/${plan.id}`, { body: { rank } })
    if (other.rank !== plan.rank) {
      await api.request('PATCH', `${path}/${other.id}`, { body: { rank: plan.rank } })
    }
    onDone()
  }
  const ways = [
    { other: neighbours[at - 1], step: -1, text: 'up', label: 'moveUp' },
    { other: neighbours[at + 1], step: 1, text: 'down', label: 'moveDown' },
  ] as const
  return (
    <>
      {ways.map(
        ({ other, step, text, label }) =>
          other !== undefined && (
            <ActionButton
              key={text}
              look="quiet"
              busy={saleWords('moving')}
              act={() => swap(other, step)}
            >
              <span aria-hidden="true">{saleWords(text)}</span>
              <span class="unseen">{saleWords(label, { name: plan.name })}</span>
            </ActionButton>
          ),
      )}
    </>
  )
}
