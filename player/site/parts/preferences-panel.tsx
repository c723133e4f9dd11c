import { useState } from 'preact/hooks'
import type { Preferences } from '../../../contract/accounts.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'

const address = '/api/me/preferences'

/** What someone is called, and which mails they want beside those that must be. */
export function PreferencesPanel() {
  const loaded = useLoad('preferences', (signal) => api.get<Preferences>(address, signal))
  return (
    <section class="panel" aria-labelledby="preferences">
      <h2 id="preferences">{accountWords('preferences')}</h2>
      {loaded.status === 'failed' && (
        <Failure
          what={accountWords('preferencesFailed')}
          problem={loaded.problem}
          retry={loaded.retry}
        />
      )}
      {loaded.value !== undefined && <PreferencesForm kept={loaded.value} />}
    </section>
  )
}

function PreferencesForm({ kept: { name, wantsNews } }: { kept: Preferences }) {
  const [saved, setSaved] = useState(false)
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: () => ({}),
    submit: async ({ name: given = '', wantsNews: wanted }) => {
      setSaved(false)
      const change = { name: given.trim() || null, wantsNews: wanted === 'on' }
      await api.request('PATCH', address, { body: change })
      setSaved(true)
    },
  })
  return (
    <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      {saved && <Notice tone="good">{accountWords('preferencesSaved')}</Notice>}
      <Field
        label={accountWords('yourName')}
        name="name"
        autoComplete="name"
        defaultValue={name ?? ''}
        hint={accountWords('yourNameHint')}
        error={errors.name}
      />
      <div class="check">
        <input type="checkbox" id="wants-news" name="wantsNews" defaultChecked={wantsNews} />
        <label for="wants-news">{accountWords('wantsNews')}</label>
      </div>
      <Button type="submit" look="secondary" busy={busy && accountWords('savingPreferences')}>
        {accountWords('savePreferences')}
      </Button>
    </form>
  )
}
