import { useRef, useState } from 'preact/hooks'
import type { PersonNotes as Notes, Person, PersonNote } from '../../../contract/people.ts'
import { moment } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useLoad } from '../../ui/use-load.ts'

/** What operators keep in mind of someone. */
export function PersonNotes({ person, onChanged }: { person: Person; onChanged(): void }) {
  const path = `/api/studio/users/${person.id}/notes`
  const loaded = useLoad(path, (signal) => api.get<Notes>(path, signal))
  const changed = () => {
    loaded.retry()
    onChanged()
  }
  const notes = (loaded.value ?? loaded.last)?.notes ?? []
  return (
    <section class="panel" aria-labelledby="notes">
      <h2 id="notes">{peopleWords('notes')}</h2>
      <p class="small">{peopleWords('notesHint')}</p>
      {loaded.status === 'failed' && (
        <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {loaded.status === 'ready' && notes.length === 0 && <p>{peopleWords('notesNone')}</p>}
      {notes.length > 0 && (
        <ul class="ledger" aria-labelledby="notes">
          {notes.map((note) => (
            <OneNote key={note.id} path={path} note={note} onDropped={changed} />
          ))}
        </ul>
      )}
      <AddNote path={path} onAdded={changed} />
    </section>
  )
}

interface OneNoteProps {
  path: string
  note: PersonNote
  onDropped(): void
}

function OneNote({ path, note: { id, at, text, by }, onDropped }: OneNoteProps) {
  const date = moment(at)
  return (
    <li>
      <span class="ledger-what">
        <span class="note-text">{text}</span>
        <span class="ledger-more">{by === null ? date : peopleWords('noteBy', { by, date })}</span>
      </span>
      <ActionButton
        look="quiet"
        label={peopleWords('dropNoteOf', { date })}
        busy={peopleWords('droppingNote')}
        act={async () => {
          await api.request('DELETE', `${path}/${id}`)
          onDropped()
        }}
      >
        {peopleWords('dropNote')}
      </ActionButton>
    </li>
  )
}

function AddNote({ path, onAdded }: { path: string; onAdded(): void }) {
  const form = useRef<HTMLFormElement>(null)
  const [missing, setMissing] = useState(false)

  async function add() {
    const text = String(new FormData(form.current ?? undefined).get('text') ?? '').trim()
    setMissing(text === '')
    if (text === '') return
    await api.post(path, { text })
    form.current?.reset()
    onAdded()
  }

  return (
    <form ref={form} class="form" onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label={peopleWords('note')}
        name="text"
        rows={3}
        error={missing ? peopleWords('noteMissing') : undefined}
      />
      <ActionButton look="secondary" busy={peopleWords('addingNote')} act={add}>
        {peopleWords('addNote')}
      </ActionButton>
    </form>
  )
}
