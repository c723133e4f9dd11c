import type { ComponentChildren } from 'preact'
import { numbersWords } from '../../../contract/words/numbers.ts'
import { Button } from '../../ui/button.tsx'
import { saveCsv } from '../../ui/save-csv.ts'

export interface FiguresRow {
  key: string
  name: string
  /** Where more of it is. */
  href?: string
  figures: readonly string[]
  /** The same as a file has them, where that is not what is read: amounts in the minor unit. */
  values?: readonly (string | number)[]
}

interface FiguresTableProps {
  /** Unique on the page, and the name of the file. */
  id: string
  title: string
  /** What is counted here, shown when asked for. */
  about?: string
  note?: string
  /** Of the columns; the first names its row. */
  heads: readonly string[]
  /** The same as a file has them, where its columns are others. */
  fileHeads?: readonly string[]
  rows: readonly FiguresRow[]
  /** Stands above the table: its picture. */
  children?: ComponentChildren
  /** Shown when asked for: it is long, and its picture says the most. */
  folded?: boolean
}

/** What a figure means, one press away. */
export const Definition = ({ children }: { children: ComponentChildren }) => (
  <details class="definition">
    <summary>{numbersWords('definition')}</summary>
    <p>{children}</p>
  </details>
)

/** What is counted, a row for each thing. */
export function FiguresTable(props: FiguresTableProps) {
  const { id, title, about, note, heads, rows, children, folded = false } = props
  const { fileHeads = heads } = props
  const save = () => saveCsv(id, [fileHeads, ...rows.map((row) => [row.name, ...valuesOf(row)])])
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 && <p>{numbersWords('nothing')}</p>}
      {rows.length > 0 && note !== undefined && <p class="small">{note}</p>}
      {rows.length > 0 && children}
      {rows.length > 0 && !folded && <Table {...props} />}
      {rows.length > 0 && folded && (
        <details>
          <summary>{numbersWords('asTable')}</summary>
          <Table {...props} />
        </details>
      )}
      <div class="figures-foot">
        {about !== undefined && <Definition>{about}</Definition>}
        {rows.length > 0 && (
          <Button look="quiet" aria-label={numbersWords('csvOf', { title })} onClick={save}>
            {numbersWords('csv')}
          </Button>
        )}
      </div>
    </section>
  )
}

const valuesOf = ({ values, figures }: FiguresRow) => values ?? figures

const Table = ({ id, heads, rows }: FiguresTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
  // biome-ignore lint/a11y/useSemanticElements: it groups no fields
  <div class="figures-scroll" role="group" aria-labelledby={id} tabIndex={0}>
    <table class="figures" aria-labelledby={id}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, href, figures }) => (
          <tr key={key}>
            <th scope="row">{href === undefined ? name : <a href={href}>{name}</a>}</th>
            {figures.map((figure, index) => (
              <td key={heads[index + 1]}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
