import { Ajv, type Options } from 'ajv'
import formats from 'ajv-formats'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import fp from 'fastify-plugin'
import { MatineeError } from '../errors.ts'

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

/** The path of the first text with a NUL in it, or null. Raw bytes are no text. */
function findNul(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  for (const [name, member] of Object.entries(value)) {
    const found = findNul(member, path === '' ? name : `${path}.${name}`)
    if (found !== null) return found
  }
  return null
}

function refuseNul(
  { params, query, body }: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const field = findNul(params) ?? findNul(query) ?? findNul(body)
  if (field === null) {
    done()
    return
  }
  const message = 'must not hold the character NUL'
  const members = { fields: [{ field, message }] }
  done(new MatineeError('BAD_REQUEST', { detail: `${field}: ${message}.`, members }))
}

/**
 * Checks every input against its route's schema. Addresses are text, so `?limit=5` becomes a number;
 * JSON has types of its own, and there 0 must not be taken for null, nor "5" for 5. No text may hold
 * a NUL, which Postgres cannot store.
 */
export const validation = fp(
  async (app: FastifyInstance) => {
    app.addHook('preValidation', refuseNul)
    // "1e999" becomes Infinity, which strict numbers would let past every minimum and maximum.
    const text = validator({ coerceTypes: 'array', strictNumbers: false })
    const json = validator({ coerceTypes: false })
    app.setValidatorCompiler<FastifySchema>(({ schema, httpPart }) =>
      (httpPart === 'body' ? json : text).compile(schema),
    )
  },
  { name: 'validation' },
)
