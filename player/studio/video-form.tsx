import { useId, useState } from 'preact/hooks'
import type { Plan } from '../../contract/billing.ts'
import type { StudioVideo } from '../../contract/studio.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { api } from '../ui/page-api.ts'
import { TextArea } from '../ui/text-area.tsx'
import { useForm } from '../ui/use-form.ts'
import { useLoad } from '../ui/use-load.ts'
import { CurrencyChoice } from './currency-choice.tsx'
import { changeOf, checkFields, fieldsOf } from './video-fields.ts'

type Fields = ReturnType<typeof fieldsOf>
type TextFields = {
  [Name in keyof Fields]: Fields[Name] extends string ? Name : never
}[keyof Fields]

interface VideoFormProps {
  video: StudioVideo
  onSaved(video: StudioVideo): void
}

/** What viewers read of a film, and who may watch it. */
export function VideoForm({ video, onSaved }: VideoFormProps) {
  // As they stood when the page was opened: what is typed is not overwritten by what comes in.
  const [fields] = useState(() => fieldsOf(video))
  const [saved, setSaved] = useState(false)
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: (values) => {
      setSaved(false)
      return checkFields(values)
    },
    submit: async (values) => {
      const path = `/api/studio/videos/${video.id}`
      onSaved(await api.request<StudioVideo>('PATCH', path, { body: changeOf(video, values) }))
      setSaved(true)
    },
  })
  const field = (name: TextFields) => ({
    name,
    defaultValue: fields[name],
    error: errors[name],
  })
  return (
    <form ref={form} class="form" noValidate onSubmit={onSubmit} onInput={() => setSaved(false)}>
      <Field label={studioWords('title')} {...field('title')} />
      <Field label={studioWords('link')} {...field('slug')} hint={studioWords('linkHint')} />
      <TextArea label={studioWords('description')} {...field('description')} rows={5} />
      <TextArea
        label={studioWords('chapters')}
        {...field('chapters')}
        rows={4}
        hint={studioWords('chaptersHint')}
      />
      <fieldset class="access">
        <legend>{studioWords('about.legend')}</legend>
        <div class="prices">
          <Field label={studioWords('about.year')} {...field('year')} />
          <Field label={studioWords('about.ageRating')} {...field('ageRating')} />
        </div>
        <TextArea
          label={studioWords('about.people')}
          {...field('people')}
          rows={3}
          hint={studioWords('about.peopleHint')}
        />
        {(['categories', 'countries', 'languages'] as const).map((name) => (
          <Field
            key={name}
            label={studioWords(`about.${name}`)}
            {...field(name)}
            hint={studioWords('about.listHint')}
          />
        ))}
      </fieldset>
      <AccessFields fields={fields} field={field} />
      <fieldset class="access">
        <legend>{studioWords('publishing.legend')}</legend>
        <Choice
          label={studioWords('visibility')}
          name="visibility"
          defaultValue={fields.visibility}
          options={[
            ['public', studioWords('visibility.public')],
            ['unlisted', studioWords('visibility.unlisted')],
          ]}
        />
        {!video.published && (
          <Field
            type="datetime-local"
            label={studioWords('publishAt')}
            {...field('publishAt')}
            hint={studioWords('publishAtHint')}
          />
        )}
        <Choice
          label={studioWords('alsoAv1')}
          name="alsoAv1"
          defaultValue={fields.alsoAv1}
          options={[
            ['', studioWords('alsoAv1.site')],
            ['yes', studioWords('alsoAv1.yes')],
            ['no', studioWords('alsoAv1.no')],
          ]}
        />
      </fieldset>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <div class="actions">
        <Button type="submit" busy={busy && studioWords('saving')}>
          {studioWords('save')}
        </Button>
        <p class="small" role="status">
          {saved ? studioWords('saved') : ''}
        </p>
      </div>
    </form>
  )
}

interface AccessFieldsProps {
  fields: Fields
  /** What a text field of this name is given. */
  field(name: TextFields): { name: string; defaultValue: string; error: string | undefined }
}

function AccessFields({ fields, field }: AccessFieldsProps) {
  const plans = useLoad('plans', (signal) => api.get<{ plans: Plan[] }>('/api/plans', signal))
  // Plans that are no longer on sale stay with the film until someone takes them away.
  const known = plans.value?.plans.map(({ id, name }) => ({ id, name })) ?? []
  const others = fields.planIds.filter((id) => !known.some((plan) => plan.id === id))
  return (
    <fieldset class="access">
      <legend>{studioWords('whoCanWatch')}</legend>
      <Check name="free" label={studioWords('freeForAll')} checked={fields.free} />
      {[...known, ...others.map((id) => ({ id, name: id }))].map(({ id, name }) => (
        <Check
          key={id}
          name={`plan:${id}`}
          label={studioWords('membersWith', { plan: name })}
          checked={fields.planIds.includes(id)}
        />
      ))}
      <div class="prices">
        <Field
          label={studioWords('rentPrice')}
          {...field('rent')}
          hint={studioWords('priceHint')}
        />
        <Field label={studioWords('buyPrice')} {...field('buy')} hint={studioWords('priceHint')} />
        <CurrencyChoice name="currency" defaultValue={fields.currency} />
      </div>
      <div class="prices">
        <Field label={studioWords('startDays')} {...field('startDays')} />
        <Field label={studioWords('watchHours')} {...field('watchHours')} />
      </div>
      <Field
        label={studioWords('previewSeconds')}
        {...field('teaserSeconds')}
        hint={studioWords('previewHint')}
      />
    </fieldset>
  )
}

function Check({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  const id = useId()
  return (
    <div class="check">
      <input type="checkbox" id={id} name={name} defaultChecked={checked} />
      <label for={id}>{label}</label>
    </div>
  )
}
