import { useState } from 'preact/hooks'
import type { MailPreview, MailText, MailTexts as Texts } from '../../../contract/mail-texts.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'

const address = '/api/studio/mail-texts'

/** The mails that are sent of themselves, each to be worded anew. */
export function MailTexts() {
  const loaded = useLoad('mail texts', (signal) => api.get<Texts>(address, signal))
  const texts = (loaded.value ?? loaded.last)?.texts ?? []
  const [open, setOpen] = useState<string>()
  const [saved, setSaved] = useState('')
  return (
    <section class="panel" aria-labelledby="mail-texts">
      <h2 id="mail-texts">{settingsWords('mailTexts')}</h2>
      {loaded.status === 'failed' && (
        <Failure
          what={settingsWords('mailTextsFailed')}
          problem={loaded.problem}
          retry={loaded.retry}
        />
      )}
      <p class="small" role="status">
        {saved}
      </p>
      <ul class="ledger" aria-label={settingsWords('mailTexts')}>
        {texts.map((text) => (
          <li key={text.kind}>
            <span class="ledger-what">
              <strong id={`mail-text-${text.kind}`}>
                {settingsWords(`mailText.${text.kind}`)}
              </strong>
              {!text.usual && <span class="ledger-more">{settingsWords('mailOwn')}</span>}
            </span>
            {open !== text.kind && (
              <Button
                look="secondary"
                aria-describedby={`mail-text-${text.kind}`}
                onClick={() => {
                  setSaved('')
                  setOpen(text.kind)
                }}
              >
                {settingsWords('mailChange')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {texts
        .filter(({ kind }) => kind === open)
        .map((text) => (
          <Wording
            key={`${text.kind} ${text.subject} ${text.text}`}
            text={text}
            onSaved={() => {
              setSaved(studioWords('saved'))
              loaded.retry()
            }}
            again={loaded.retry}
            close={() => setOpen(undefined)}
          />
        ))}
    </section>
  )
}

interface WordingProps {
  text: MailText
  onSaved(): void
  again(): void
  close(): void
}

function Wording({
  text: { kind, subject, text, usual, placeholders, changedAt },
  onSaved,
  again,
  close,
}: WordingProps) {
  const [preview, setPreview] = useState<MailPreview>()
  const [theirs, setTheirs] = useState<MailText>()
  const { form, onSubmit, attempt, busy, errors, problem } = useForm({
    check: () => ({}),
    submit: async (wording) => {
      const made = theirs === undefined ? changedAt : theirs.changedAt
      try {
        await api.request('PUT', `${address}/${kind}`, { body: { ...wording, changedAt: made } })
        setTheirs(undefined)
        onSaved()
      } catch (error) {
        if (!(error instanceof Problem) || error.document.current === undefined) throw error
        setTheirs(error.document.current as MailText)
      }
    },
  })
  const look = () =>
    attempt(async (wording) => {
      setPreview(undefined)
      setPreview(await api.post<MailPreview>(`${address}/${kind}/preview`, wording))
    })
  const reset = async () => {
    await api.request('DELETE', `${address}/${kind}`)
    again()
  }
  return (
    <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
      <h3>{settingsWords(`mailText.${kind}`)}</h3>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <Field
        label={settingsWords('mailSubject')}
        name="subject"
        defaultValue={subject}
        required
        error={errors.subject}
      />
      <TextArea
        label={settingsWords('mailBody')}
        name="text"
        defaultValue={text}
        rows={10}
        hint={settingsWords('mailPutIn', { all: placeholders.map((one) => `{${one}}`).join(' ') })}
        error={errors.text}
      />
      {theirs !== undefined && (
        <Notice
          tone="urgent"
          heading={settingsWords('mailStale')}
          action={
            <Button look="secondary" onClick={again}>
              {settingsWords('takeTheirs')}
            </Button>
          }
        >
          <strong>{theirs.subject}</strong>
          <span class="mail-preview">{theirs.text}</span>
        </Notice>
      )}
      {preview !== undefined && (
        <Notice heading={preview.subject}>
          <span class="mail-preview">{preview.text}</span>
        </Notice>
      )}
      <div class="actions">
        <Button type="submit" busy={busy && settingsWords('mailSave')}>
          {settingsWords(theirs === undefined ? 'mailSave' : 'saveMine')}
        </Button>
        <ActionButton look="secondary" busy={settingsWords('mailPreview')} act={look}>
          {settingsWords('mailPreview')}
        </ActionButton>
        {!usual && (
          <ActionButton look="secondary" busy={settingsWords('mailUsual')} act={reset}>
            {settingsWords('mailUsual')}
          </ActionButton>
        )}
        <Button look="quiet" onClick={close}>
          {settingsWords('mailClose')}
        </Button>
      </div>
    </form>
  )
}
