import { useRef, useState } from 'preact/hooks'
import type { LegalPage, LegalPreview } from '../../../contract/site.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Field } from '../../ui/field.tsx'
import { api } from '../../ui/page-api.ts'
import { Prose } from '../../ui/prose.tsx'
import { TextArea } from '../../ui/text-area.tsx'

const usual = () =>
  (['terms', 'privacy', 'imprint'] as const).map((slug) => ({
    slug,
    title: settingsWords(`legal.${slug}`),
    text: '',
  }))

/** The pages that most sites need, and whatever others there are. */
export const legalDrafts = (stored: readonly LegalPage[]): LegalPage[] => [
  ...usual().map((page) => stored.find(({ slug }) => slug === page.slug) ?? page),
  ...stored.filter(({ slug }) => !usual().some((page) => page.slug === slug)),
]

/** What is typed, as pages; one without a text is none. */
export const readLegal = (
  stored: readonly LegalPage[],
  values: Record<string, string>,
): LegalPage[] =>
  legalDrafts(stored)
    .map(({ slug, title, text }) => ({
      slug,
      title: values[`title:${slug}`]?.trim() || title,
      text: (values[`text:${slug}`] ?? text).replaceAll('\r\n', '\n'),
    }))
    .filter(({ text }) => text.trim() !== '')

/** A legal page: its title, its text, and how it will look. */
export function LegalFields({ slug, title, text }: LegalPage) {
  const box = useRef<HTMLDetailsElement>(null)
  const [html, setHtml] = useState<string>()
  async function preview() {
    const typed = box.current?.querySelector('textarea')?.value ?? ''
    const body = { text: typed }
    setHtml((await api.post<LegalPreview>('/api/studio/settings/legal-preview', body)).html)
  }
  return (
    <details class="legal" ref={box}>
      <summary>{title}</summary>
      <div class="form">
        <Field
          label={settingsWords('legalTitle', { title })}
          name={`title:${slug}`}
          defaultValue={title}
        />
        <TextArea
          label={settingsWords('legalText', { title })}
          name={`text:${slug}`}
          defaultValue={text}
          rows={10}
          hint={settingsWords('legalHint')}
        />
        <ActionButton look="secondary" busy={settingsWords('loadingPreview')} act={preview}>
          {settingsWords('showPreview')}
        </ActionButton>
        {html !== undefined && <Prose html={html} boxed />}
      </div>
    </details>
  )
}
