import { XMLParser } from 'fast-xml-parser'
import { S3Error } from './errors.ts'

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  // A key may begin or end in a space.
  trimValues: false,
  htmlEntities: true,
  isArray: () => true,
})

export type Parsed = { readonly [name: string]: readonly (Parsed | string)[] }

/** The children of the root element `name`. Every child is an array, even when it stands alone. */
export function parseDocument(text: string, name: string): Parsed {
  // Entities of one's own are how XML bombs are made; S3's documents need none.
  if (text.includes('<!')) throw new S3Error('MalformedXML')
  let parsed: Parsed
  try {
    parsed = parser.parse(text, true) as Parsed
  } catch {
    throw new S3Error('MalformedXML')
  }
  const root = parsed[name]?.[0]
  if (root === undefined) throw new S3Error('MalformedXML')
  return typeof root === 'string' ? {} : root
}

/** The elements named `name`, each with its own children. */
export const nodes = (parent: Parsed, name: string): Parsed[] =>
  (parent[name] ?? []).filter((node) => typeof node !== 'string')

export const texts = (parent: Parsed, name: string): string[] =>
  (parent[name] ?? []).map((node) => {
    if (typeof node !== 'string') throw new S3Error('MalformedXML')
    return node
  })

export const text = (parent: Parsed, name: string): string | undefined => texts(parent, name)[0]
