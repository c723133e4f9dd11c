import { S3Error } from './errors.ts'
import type { XmlNode } from './xml.ts'
import { nodes, parseDocument, text, texts } from './xml-reader.ts'

export interface CorsRule {
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  readonly maxAgeSeconds: number | null
}

const knownMethods = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE']
const mostRules = 100

function readRule(rule: Parameters<typeof text>[0]): CorsRule {
  const origins = texts(rule, 'AllowedOrigin')
  const methods = texts(rule, 'AllowedMethod')
  if (origins.length === 0 || methods.length === 0) throw new S3Error('MalformedXML')
  const unknown = methods.find((method) => !knownMethods.includes(method))
  if (unknown !== undefined) {
    const message = `Found unsupported HTTP method in CORS config. Unsupported method is ${unknown}`
    throw new S3Error('InvalidRequest', message)
  }
  const headers = texts(rule, 'AllowedHeader')
  if ([...origins, ...headers].some((pattern) => pattern.split('*').length > 2)) {
    throw new S3Error(
      'InvalidRequest',
      'AllowedOrigin and AllowedHeader can not have more than one wildcard.',
    )
  }
  const age = text(rule, 'MaxAgeSeconds')
  return {
    ...{ origins, methods, headers },
    exposed: texts(rule, 'ExposeHeader'),
    maxAgeSeconds: age === undefined ? null : Number(age),
  }
}

export function readCorsRules(xml: string): CorsRule[] {
  const rules = nodes(parseDocument(xml, 'CORSConfiguration'), 'CORSRule').map(readRule)
  if (rules.length === 0 || rules.length > mostRules) throw new S3Error('MalformedXML')
  return rules
}

export const writeCorsRules = (rules: readonly CorsRule[]): XmlNode => ({
  CORSRule: rules.map((rule) => ({
    AllowedHeader: rule.headers,
    AllowedMethod: rule.methods,
    AllowedOrigin: rule.origins,
    ExposeHeader: rule.exposed,
    MaxAgeSeconds: rule.maxAgeSeconds ?? undefined,
  })),
})

/** A pattern may hold one `*`, for any run of characters. */
function matches(pattern: string, value: string): boolean {
  const star = pattern.indexOf('*')
  if (star === -1) return pattern === value
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end)
}

export interface CorsRequest {
  readonly origin: string
  readonly method: string
  /** In small letters; empty but for a preflight. */
  readonly headers: readonly string[]
}

/** "Amazon S3 evaluates the rules in order and uses the first one that matches." */
function firstMatch(rules: readonly CorsRule[], request: CorsRequest): CorsRule | null {
  const found = rules.find(
    ({ origins, methods, headers }) =>
      origins.some((pattern) => matches(pattern, request.origin)) &&
      methods.includes(request.method) &&
      request.headers.every((name) =>
        headers.some((pattern) => matches(pattern.toLowerCase(), name)),
      ),
  )
  return found ?? null
}

/** What a browser is told; nothing when no rule speaks of this request. */
export function corsHeaders(
  rules: readonly CorsRule[],
  request: CorsRequest,
): Record<string, string> | null {
  const rule = firstMatch(rules, request)
  if (rule === null) return null
  const anyOrigin = rule.origins.includes('*')
  return {
    'access-control-allow-origin': anyOrigin ? '*' : request.origin,
    'access-control-allow-methods': rule.methods.join(', '),
    ...(request.headers.length > 0
      ? { 'access-control-allow-headers': request.headers.join(', ') }
      : {}),
    ...(rule.exposed.length > 0
      ? { 'access-control-expose-headers': rule.exposed.join(', ') }
      : {}),
    ...(rule.maxAgeSeconds === null
      ? {}
      : { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    ...(anyOrigin ? {} : { 'access-control-allow-credentials': 'true' }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  }
}
