import { numbersWords } from '../../contract/words/numbers.ts'

interface FiguresTableProps {
  /** Unique on the page. */
  id: string
  title: string
  note?: string
  /** Of the columns; the first names its row. */
  heads: readonly string[]
  rows: readonly { key: string; name: string; figures: readonly string[] }[]
}

/** What is counted, a row for each thing. */
export function FiguresTable({ id, title, note, heads, rows }: FiguresTableProps) {
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 && <p>{numbersWords('nothing')}</p>}
      {rows.length > 0 && note !== undefined && <p class="small">{note}</p>}
      {rows.length > 0 && (
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
            {rows.map(({ key, name, figures }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {figures.map((figure, index) => (
                  <td key={heads[index + 1]}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
