import { useId, useState } from 'preact/hooks'
import type { Plan } from '../../../contract/billing.ts'
import type { Person } from '../../../contract/people.ts'
import { day } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { holdsPlan, planName } from '../../ui/subscription-words.ts'
import { useMay } from '../parts/may.ts'

interface CloseAccountProps {
  person: Person
  plans: readonly Plan[]
  close(refund: boolean): Promise<void>
  cancel(): void
}

/** Says what is running and ends with the account, and asks whether to pay it back. */
export function CloseAccount({ person, plans, close, cancel }: CloseAccountProps) {
  const id = useId()
  const mayThey = useMay()
  const [refund, setRefund] = useState(false)
  const { subscription } = person
  const running = holdsPlan(subscription) ? subscription : null
  return (
    <>
      <h3>{peopleWords('closeQuestion')}</h3>
      {running === null ? (
        <p>{peopleWords('closeNothing')}</p>
      ) : (
        <>
          <p>
            {peopleWords('closeRuns', {
              plan: planName(running, plans) ?? running.planId ?? peopleWords('planGone'),
              until: running.currentPeriodEnd === null ? '' : day(running.currentPeriodEnd),
            })}
          </p>
          {mayThey('payments') && (
            <div class="check">
              <input
                type="checkbox"
                id={id}
                checked={refund}
                onChange={(event) => setRefund(event.currentTarget.checked)}
              />
              <label for={id}>{peopleWords('closeRefund')}</label>
            </div>
          )}
        </>
      )}
      <div class="actions">
        <ActionButton look="danger" busy={peopleWords('closing')} act={() => close(refund)}>
          {peopleWords('closeNow')}
        </ActionButton>
        <Button look="quiet" onClick={cancel}>
          {peopleWords('keepOpen')}
        </Button>
      </div>
    </>
  )
}
