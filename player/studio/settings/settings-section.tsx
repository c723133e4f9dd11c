import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { SettingsChange, SiteSettings } from '../../../contract/site.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { Button } from '../../ui/button.tsx'
import type { FieldErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { useForm } from '../../ui/use-form.ts'

type FieldOf = (name: keyof SiteSettings & string) => {
  name: string
  defaultValue: string
  error: string | undefined
}

interface SectionProps {
  id: string
  heading: string
  settings: SiteSettings
  /** What each member is called here. */
  labels: Partial<Record<keyof SiteSettings, string>>
  /** What is typed, as members. */
  read(values: Record<string, string>): SettingsChange
  check?(values: Record<string, string>): FieldErrors
  onSaved(settings: SiteSettings): void
  /** What was typed is given up for what is stored. */
  onDiscard(settings: SiteSettings): void
  children(field: FieldOf, errors: FieldErrors): ComponentChildren
}

/** Members that are not what the form began with: what nobody touched is not sent. */
function changesOf(wanted: SettingsChange, before: SiteSettings): SettingsChange {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[name as keyof SiteSettings]),
    ),
  )
}

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '…'

/** Some of the site's settings, saved by themselves; of what someone else has saved meanwhile it tells. */
export function SettingsSection(props: SectionProps) {
  const { id, heading, settings, labels, read, check, onSaved, onDiscard, children } = props
  const before = useRef(settings)
  const [saved, setSaved] = useState('')
  const [theirs, setTheirs] = useState<{ now: SiteSettings; differs: string[] }>()
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: (values) => {
      setSaved('')
      return check?.(values) ?? {}
    },
    submit: async (values) => {
      const changes = changesOf(read(values), before.current)
      if (Object.keys(changes).length === 0) {
        setSaved(settingsWords('nothingChanged'))
        return
      }
      const { version } = theirs?.now ?? settings
      try {
        const body = { ...changes, version }
        const next = await api.request<SiteSettings>('PATCH', '/api/studio/settings', { body })
        before.current = next
        setTheirs(undefined)
        setSaved(studioWords('saved'))
        onSaved(next)
      } catch (error) {
        if (!(error instanceof Problem) || error.document.current === undefined) throw error
        const { current, differs } = error.document
        setTheirs({ now: current as SiteSettings, differs: differs as string[] })
      }
    },
  })
  const field: FieldOf = (name) => ({
    name,
    defaultValue: shown(before.current[name] ?? ''),
    error: errors[name],
  })
  const labelOf = (name: string) => labels[name as keyof SiteSettings] ?? name
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <form ref={form} class="form" noValidate onSubmit={onSubmit} onInput={() => setSaved('')}>
        {children(field, errors)}
        {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
        {theirs !== undefined && (
          <div class="notice notice-urgent" role="alert">
            <div class="notice-text">
              <p class="notice-heading">{settingsWords('stale')}</p>
              <p>{settingsWords('staleText')}</p>
              <ul class="stale-list">
                {theirs.differs.map((name) => (
                  <li key={name}>
                    {settingsWords('staleNow', {
                      field: labelOf(name),
                      value: shown(theirs.now[name as keyof SiteSettings]),
                    })}
                  </li>
                ))}
              </ul>
            </div>
            <div class="actions">
              <Button type="submit" busy={busy && studioWords('saving')}>
                {settingsWords('saveMine')}
              </Button>
              <Button look="secondary" onClick={() => onDiscard(theirs.now)}>
                {settingsWords('takeTheirs')}
              </Button>
            </div>
          </div>
        )}
        {theirs === undefined && (
          <div class="actions">
            <Button type="submit" busy={busy && studioWords('saving')}>
              {studioWords('save')}
            </Button>
            <p class="small" role="status">
              {saved}
            </p>
          </div>
        )}
      </form>
    </section>
  )
}
