import { Readable } from 'node:stream'
import { Ajv, type Options } from 'ajv'
import formats from 'ajv-formats'
import fastJsonStringify, { type AnySchema } from 'fast-json-stringify'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import fp from 'fastify-plugin'
import { say } from '../../contract/words/server.ts'
import { refusedField } from '../errors.ts'

const options: Options = {
  useDefaults: true,
  allErrors: false,
  // An unknown member is refused, not dropped: it may be a misspelt one.
  removeAdditional: false,
}

function validator(more: Options) {
  const ajv = new Ajv({ ...options, ...more })
  formats.default(ajv)
  return ajv
}

// Both remember what they compiled: schemas never change, and a process may build several apps.
// "1e999" becomes Infinity, which strict numbers would let past every minimum and maximum.
const text = validator({ coerceTypes: 'array', strictNumbers: false })
const json = validator({ coerceTypes: false })

const serializers = new WeakMap<object, ReturnType<typeof fastJsonStringify>>()

function serializerOf(schema: AnySchema) {
  const known = serializers.get(schema)
  if (known !== undefined) return known
  const made = fastJsonStringify(schema)
  serializers.set(schema, made)
  return made
}

/** Deeper than any input of ours; what is nested without end costs stack wherever it is walked through. */
const deepest = 32

interface Found {
  field: string
  message: string
}

/**
 * The first thing that no schema has a word for and that cannot be stored: a text with a NUL in it, or
 * what is nested too deep. Walks without recursion, for the same reason. Raw bytes, and a file that is still
 * coming in, are no text.
 */
function findHostile(root: unknown): Found | null {
  const left: { value: unknown; path: string; depth: number }[] = [
    { value: root, path: '', depth: 0 },
  ]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string' && value.includes('\0')) {
      return { field: path, message: say('problems.nul') }
    }
    if (typeof value !== 'object' || value === null) continue
    if (ArrayBuffer.isView(value) || value instanceof Readable) continue
    if (depth === deepest) {
      return { field: path.split('.', 3).join('.'), message: say('problems.tooDeep') }
    }
    for (const [name, member] of Object.entries(value)) {
      left.push({ value: member, path: path === '' ? name : `${path}.${name}`, depth: depth + 1 })
    }
  }
  return null
}

function refuseHostile(
  { params, query, body }: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const found = findHostile(params) ?? findHostile(query) ?? findHostile(body)
  if (found === null) {
    done()
    return
  }
  done(refusedField(found.field, found.message))
}

/**
 * Checks every input against its route's schema. Addresses are text, so `?limit=5` becomes a number;
 * JSON has types of its own, and there 0 must not be taken for null, nor "5" for 5. No text may hold
 * a NUL, which Postgres cannot store, and nothing may be nested without end.
 */
export const validation = fp(
  async (app: FastifyInstance) => {
    app.addHook('preValidation', refuseHostile)
    app.setSerializerCompiler(({ schema }) => serializerOf(schema))
    app.setValidatorCompiler<FastifySchema>(({ schema, httpPart }) =>
      (httpPart === 'body' ? json : text).compile(schema),
    )
  },
  { name: 'validation' },
)
