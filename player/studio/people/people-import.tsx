import { useRef, useState } from 'preact/hooks'
import type { ImportedPeople } from '../../../contract/people.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { type Problem, toProblem } from '../../ui/problem.ts'

/** Brings people along from another place, by a CSV file. */
export function PeopleImport({ onDone }: { onDone(): void }) {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const [problem, setProblem] = useState<Problem>()
  const [result, setResult] = useState<ImportedPeople>()

  async function send(wrong: 'stop' | 'leave') {
    if (file === undefined) return
    setProblem(undefined)
    setResult(undefined)
    try {
      const path = `/api/studio/users/import?wrong=${wrong}`
      // Browsers name the type of such files by what else is installed.
      const csv = new Blob([file], { type: 'text/csv' })
      const imported = await api.request<ImportedPeople>('POST', path, { file: csv })
      setResult(imported)
      if (imported.done) onDone()
    } catch (error) {
      setProblem(toProblem(error))
    }
  }

  return (
    <details class="filters">
      <summary>{peopleWords('import')}</summary>
      <p>{peopleWords('importText')}</p>
      <pre class="encode-log">{peopleWords('importExample')}</pre>
      <div class="field">
        <label for="people-file">{peopleWords('importFile')}</label>
        <input
          ref={input}
          id="people-file"
          type="file"
          accept=".csv,text/csv"
          onChange={() => {
            setFile(input.current?.files?.[0])
            setResult(undefined)
            setProblem(undefined)
          }}
        />
      </div>
      {file !== undefined && (
        <div class="actions">
          <ActionButton busy={peopleWords('importing')} act={() => send('stop')}>
            {peopleWords('importAll')}
          </ActionButton>
          {result?.done === false && result.wrong < result.lines && (
            <ActionButton
              look="secondary"
              busy={peopleWords('importing')}
              act={() => send('leave')}
            >
              {peopleWords('importGood', { count: result.lines - result.wrong })}
            </ActionButton>
          )}
        </div>
      )}
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      {result !== undefined && <Imported result={result} />}
    </details>
  )
}

function Imported({
  result: { done, added, known, given, wrong, problems },
}: {
  result: ImportedPeople
}) {
  return (
    <Notice tone={done ? 'good' : 'urgent'}>
      {done
        ? peopleWords('imported', { added, known, given })
        : peopleWords('importStopped', { count: wrong })}
      {problems.length > 0 && (
        <ul class="stale-list">
          {problems.map(({ line, message }) => (
            <li key={line}>{peopleWords('wrongLine', { line, message })}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
