import type { FastifyReply, FastifyRequest } from 'fastify'
import { stdSerializers } from 'pino'

const GONE = '[redacted]'

/** What lets its holder in, wherever it stands in a text. */
const secrets: readonly [RegExp, string][] = [
  [/(\/play\/)[^/?#\s"']+/g, `$1${GONE}`],
  [/(X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"']+/gi, `$1${GONE}`],
  [/([?&#](?:token|signature|code)=)[^&\s"']+/gi, `$1${GONE}`],
  [/\b((?:sk|rk)_(?:live|test)_|whsec_)\w+/g, `$1${GONE}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, GONE],
  [/(:\/\/[^/\s:@]*:)[^/\s@]+@/g, `$1${GONE}@`],
]

/** `text` without tokens, signatures, keys and passwords in addresses. */
export const withoutSecrets = (text: string): string =>
  secrets.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text)

/** Scrubs what errors say: clients put the URL they called into their messages. */
function scrub(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value)
  if (Array.isArray(value)) return value.map(scrub)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, scrub(inner)]))
}

/** Headers that never reach a log, in whatever object someone logs. */
const redacted = ['cookie', 'authorization', '["set-cookie"]', '["stripe-signature"]']

const path = (base: string, name: string) =>
  name.startsWith('[') ? base + name : `${base}.${name}`

/**
 * Options for the logger that the app is given. Requests are logged without query and headers;
 * errors are searched for secrets.
 */
export const logOptions = {
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      url: withoutSecrets(request.url?.split('?', 1)[0] ?? ''),
      remoteAddress: request.ip,
    }),
    res: ({ statusCode }: FastifyReply) => ({ statusCode }),
    err: (error: Error) => scrub(stdSerializers.err(error)),
  },
  redact: {
    paths: redacted.flatMap((name) => [path('headers', name), path('*.headers', name)]),
    censor: GONE,
  },
}
