import type { Subscription } from '../../../contract/accounts.ts'
import type { HeldPlan, Invoice } from '../../../contract/billing.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { money } from '../../../contract/words/format.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { planWords } from '../../../contract/words/plans.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { reloadSession } from '../../ui/session.ts'
import { heldPlanWords, planPrice } from '../billing-words.ts'
import { forgetFilms } from '../load-front.ts'
import { CancelPlan } from './cancel-plan.tsx'
import { PayAgainButton, PortalButton } from './portal-button.tsx'

interface YourPlanProps {
  subscription: Subscription
  /** As billing knows it; null while that is not known. */
  plan: HeldPlan | null
  /** The invoice that waits to be paid, if any. */
  owed: Invoice | undefined
  /** Loads it anew, after a change. */
  again: () => void
}

/** The plan, how it stands, and what can be done about it. */
export function YourPlan({ subscription, plan, owed, again }: YourPlanProps) {
  const words = heldPlanWords(subscription, plan)
  const over = words.label === planWords('ended.label')
  const urgent = words.tone === 'urgent'

  async function act(what: 'pause' | 'resume' | 'cancel', body?: object) {
    await api.post(`/api/billing/${what}`, body)
    forgetFilms()
    await reloadSession()
    again()
  }

  return (
    <>
      <p class="panel-value">
        {plan?.name ?? accountWords('yourPlan')}
        <span class={`chip chip-${words.tone}`}>{words.label}</span>
      </p>
      {plan?.price && <p class="panel-price">{planPrice(plan)}</p>}
      {plan?.price && plan.nextAmount !== null && plan.nextAmount !== plan.price.amount && (
        <p>{accountWords('nextIs', { amount: money(plan.nextAmount, plan.price.currency) })}</p>
      )}
      {urgent ? <Notice tone="urgent">{words.sentence}</Notice> : <p>{words.sentence}</p>}
      <div class="actions">
        {over && <ButtonLink href="/pricing">{accountWords('choosePlan')}</ButtonLink>}
        {plan !== null && canResume(plan) && (
          <ActionButton busy={accountWords('resuming')} act={() => act('resume')}>
            {resumeWords(plan)}
          </ActionButton>
        )}
        {plan?.suspended === 'refunded' && (
          <PayAgainButton>{offerWords('payAgain')}</PayAgainButton>
        )}
        {urgent && !owed?.url && plan?.confirmUrl && (
          <ButtonLink href={plan.confirmUrl}>{accountWords('confirmPayment')}</ButtonLink>
        )}
        {urgent && owed?.url && (
          <ButtonLink href={owed.url}>
            {accountWords('payNow', { amount: money(owed.amount, owed.currency) })}
          </ButtonLink>
        )}
        {!over && (
          <PortalButton look={urgent && !owed?.url ? 'primary' : 'secondary'}>
            {urgent ? offerWords('updateCard') : accountWords('managePlan')}
          </PortalButton>
        )}
        {plan !== null && isRunning(plan) && (
          <>
            <ButtonLink look="quiet" href="/pricing">
              {accountWords('changePlan')}
            </ButtonLink>
            <ActionButton look="quiet" busy={accountWords('pausing')} act={() => act('pause')}>
              {accountWords('pausePlan')}
            </ActionButton>
          </>
        )}
      </div>
      {plan !== null && plan.endsAt === null && (
        <CancelPlan plan={plan} done={(body) => act('cancel', body)} pause={() => act('pause')} />
      )}
    </>
  )
}

const canResume = ({ paused, endsAt, status }: HeldPlan) =>
  paused || (endsAt !== null && (status === 'active' || status === 'trialing'))

/** Paid for, and to be renewed. */
const isRunning = ({ paused, endsAt, status, suspended }: HeldPlan) =>
  status === 'active' && !paused && endsAt === null && suspended === null

function resumeWords({ suspended, price, endsAt }: HeldPlan): string {
  if (endsAt !== null) return accountWords('keepPlan')
  if (suspended !== 'collection_paused' || price === null) return accountWords('resumePlan')
  return accountWords('resumeFor', { amount: money(price.amount, price.currency) })
}
