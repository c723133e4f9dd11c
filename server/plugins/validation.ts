import { Ajv, type Options } from 'ajv'
import formats from 'ajv-formats'
import type { FastifyInstance, FastifySchema } from 'fastify'
import fp from 'fastify-plugin'

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

/**
 * Checks every input against its route's schema. Addresses are text, so `?limit=5` becomes a number;
 * JSON has types of its own, and there 0 must not be taken for null, nor "5" for 5.
 */
export const validation = fp(
  async (app: FastifyInstance) => {
    const text = validator({ coerceTypes: 'array' })
    const json = validator({ coerceTypes: false })
    app.setValidatorCompiler<FastifySchema>(({ schema, httpPart }) =>
      (httpPart === 'body' ? json : text).compile(schema),
    )
  },
  { name: 'validation' },
)
