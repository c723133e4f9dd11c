import type { Person } from '../../../contract/people.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'

interface JoinCustomerProps {
  person: Person
  onJoined(): void
}

/** Joins a Stripe customer that was made elsewhere, with all that it paid for. */
export function JoinCustomer({ person, onJoined }: JoinCustomerProps) {
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ customerId = '' }): Record<string, string> =>
      /^cus_\w+$/.test(customerId.trim()) ? {} : { customerId: peopleWords('customerWrong') },
    submit: async ({ customerId = '' }) => {
      const body = { customerId: customerId.trim() }
      await api.post(`/api/studio/users/${person.id}/customers`, body)
      form.current?.reset()
      onJoined()
    },
  })
  return (
    <form ref={form} class="form" noValidate onSubmit={onSubmit}>
      <Field
        name="customerId"
        label={peopleWords('joinCustomer')}
        hint={peopleWords('joinHint')}
        error={errors.customerId}
        autoCapitalize="none"
        spellcheck={false}
      />
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <div class="actions">
        <Button type="submit" look="secondary" busy={busy && peopleWords('joining')}>
          {peopleWords('join')}
        </Button>
      </div>
    </form>
  )
}
