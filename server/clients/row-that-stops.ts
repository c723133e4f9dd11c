import pg from 'pg'

const quoted = (name: string) => pg.escapeIdentifier(name)

/** What stands between the parenthesis at `start` and the one that closes it. */
function parenthesized(text: string, start: number): string {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return text.slice(start, at + 1)
  }
  return ''
}

/** The condition that no row may break, as the migration writes it; null where it names none. */
function brokenRule(sql: string, { constraint, column }: pg.DatabaseError): string | null {
  if (constraint !== undefined) {
    const named = sql.search(new RegExp(`"${constraint}"\\s+CHECK\\s*\\(`, 'i'))
    if (named >= 0) return `not ${parenthesized(sql, sql.indexOf('(', named))}`
  }
  return column === undefined ? null : `${quoted(column)} is null`
}

/**
 * A row that breaks what a migration asks for. Postgres names the key where keys collide, but of a
 * broken CHECK or NOT NULL only the table.
 *
 * @param sql of the migration, none of which was kept
 * @returns its id and what the rule speaks of, as JSON; null where Postgres has said it all
 */
export async function rowThatStops(
  client: pg.ClientBase,
  sql: string,
  error: pg.DatabaseError,
): Promise<string | null> {
  const rule = brokenRule(sql, error)
  if (error.table === undefined || rule === null) return null
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${quoted(error.table)} t where ${rule} limit 1`,
  )
  const [found] = rows
  if (found === undefined) return null
  const told = Object.entries(found.row).filter(
    ([name]) => name === 'id' || rule.includes(quoted(name)),
  )
  return `${error.table} ${JSON.stringify(Object.fromEntries(told))}`
}
