import { useEffect, useRef, useState } from 'preact/hooks'
import type { HeldPlan } from '../../../contract/billing.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { day } from '../../../contract/words/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'

interface CancelPlanProps {
  plan: HeldPlan
  done(body: { reason?: string }): Promise<void>
  pause(): Promise<void>
}

/** Cancelling, in two presses: the second says until when films play, and asks why if one likes to say. */
export function CancelPlan({ plan, done, pause }: CancelPlanProps) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const question = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: the keyboard goes on here, not at the top of the page.
  useEffect(() => {
    if (open) question.current?.focus()
  }, [open])
  if (!open) {
    return (
      <div class="actions">
        <Button look="quiet" onClick={() => setOpen(true)}>
          {accountWords('cancel')}
        </Button>
      </div>
    )
  }
  const paidFor =
    plan.suspended === null && ['active', 'trialing', 'past_due'].includes(plan.status)
  const date = day(plan.currentPeriodEnd)
  const send = () => done(reason.trim() === '' ? {} : { reason: reason.trim() })
  return (
    <section class="cancel" aria-labelledby="cancel">
      <h3 id="cancel" ref={question} tabIndex={-1}>
        {accountWords('cancelQuestion')}
      </h3>
      <p>{paidFor ? accountWords('cancelUntil', { date }) : accountWords('cancelNow')}</p>
      <label class="field">
        <span>{accountWords('cancelWhy')}</span>
        <textarea
          maxLength={500}
          rows={3}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <ActionButton busy={accountWords('cancelling')} act={send}>
          {accountWords('cancel')}
        </ActionButton>
        <Button look="secondary" onClick={() => setOpen(false)}>
          {accountWords('keepPlan')}
        </Button>
      </div>
      {plan.status === 'active' && !plan.paused && (
        <div class="actions">
          <ActionButton look="quiet" busy={accountWords('pausing')} act={pause}>
            {accountWords('pausePlan')}
          </ActionButton>
          <ButtonLink look="quiet" href="/pricing">
            {accountWords('changePlan')}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
