type Json = Record<string, unknown>

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What has a title becomes a component of that name, told once and referred to everywhere.
 *
 * @throws Error when two schemas that differ have one title
 */
export function nameSchemas<T extends object>(document: T): T {
  const named = new Map<string, { schema: unknown; source: string }>()

  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => walk(one))
    if (!isRecord(value)) return value
    const { title, ...rest } = value
    const isSchema = typeof title === 'string' && ('type' in rest || 'anyOf' in rest)
    const inside = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, walk(one)]))
    if (!isSchema) return title === undefined ? inside : { ...inside, title: walk(title) }
    const source = JSON.stringify(rest)
    const known = named.get(title)
    if (known !== undefined && known.source !== source) {
      throw new Error(`Two schemas of the contract are called ${title}.`)
    }
    named.set(title, { schema: inside, source })
    return { $ref: `#/components/schemas/${title}` }
  }

  const { components = {}, ...rest } = document as Json & { components?: Json }
  const described = walk(rest) as Json
  const sorted = [...named].sort(([a], [b]) => a.localeCompare(b))
  return {
    ...described,
    components: {
      ...components,
      schemas: Object.fromEntries(sorted.map(([name, { schema }]) => [name, schema])),
    },
  } as T
}
