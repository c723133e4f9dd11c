import { ofCertificates } from './certificate-codes.ts'

/** What stands between us and Postgres, and what to do about it. */
export const databaseSentences = {
  unreachable:
    'The database does not answer. See that Postgres runs and can be reached from here, or correct DATABASE_URL.',
  absent: 'Postgres has no such database. Make it with createdb, or correct DATABASE_URL.',
  refused:
    'Postgres does not let us in. Correct the user and password in DATABASE_URL, or what its pg_hba.conf allows.',
  tls: 'No trusted TLS connection to Postgres can be made. Correct sslmode and sslrootcert in DATABASE_URL, or the certificate there.',
  authority: 'The file that sslrootcert in DATABASE_URL names is not there. Correct its path.',
  encrypted: 'What answers at DATABASE_URL wants TLS. Add ?sslmode=verify-full to DATABASE_URL.',
  crowded:
    'Postgres has no connection left. Raise its max_connections, or run fewer processes on it.',
  full: 'The disk of Postgres is full. Make room there.',
  readOnly:
    'The database takes no writes, as a replica does not. Let DATABASE_URL lead to the server that takes them.',
  older: 'The database lacks migrations of this version. Run `matinee migrate`.',
  forbidden: 'The user of DATABASE_URL may not do this. Make it the owner of the database.',
  slow: 'The database takes too long. See what keeps it busy.',
} as const

type Trouble = keyof typeof databaseSentences

/** By Postgres' codes, Prisma's codes and kinds, Node's codes. */
const byCode: Record<string, Trouble> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ECONNABORTED: 'unreachable',
  EPIPE: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  DatabaseNotReachable: 'unreachable',
  ConnectionClosed: 'unreachable',
  SocketTimeout: 'unreachable',
  P1001: 'unreachable',
  '57P01': 'unreachable',
  '57P03': 'unreachable',
  '3D000': 'absent',
  DatabaseDoesNotExist: 'absent',
  '28000': 'refused',
  '28P01': 'refused',
  AuthenticationFailed: 'refused',
  DatabaseAccessDenied: 'refused',
  TlsConnectionError: 'tls',
  ...ofCertificates('tls'),
  '53300': 'crowded',
  TooManyConnections: 'crowded',
  '53100': 'full',
  '25006': 'readOnly',
  '42P01': 'older',
  '42703': 'older',
  TableDoesNotExist: 'older',
  ColumnNotFound: 'older',
  P2021: 'older',
  P2022: 'older',
  '42501': 'forbidden',
  '57014': 'slow',
  P2024: 'slow',
  P2028: 'slow',
}

/** What pg says without a code. */
const bySaying: [RegExp, Trouble][] = [
  [/does not support SSL/i, 'tls'],
  // PgBouncer tells all of these by one code, 08P01.
  [/SSL required|TLS connection required/, 'encrypted'],
  [/no such database: /, 'absent'],
  [/no such user|SASL authentication failed/, 'refused'],
  [/no more connections allowed|query_wait_timeout/, 'crowded'],
  [
    /server login (has been failing|failed)|server conn crashed|client_login_timeout/,
    'unreachable',
  ],
  [
    /^(timeout exceeded when trying to connect|timeout expired|Connection terminated)/,
    'unreachable',
  ],
  [/is not currently accepting connections/, 'unreachable'],
  [/^Query read timeout/, 'slow'],
]

interface Told {
  name?: unknown
  code?: unknown
  originalCode?: unknown
  kind?: unknown
  message?: unknown
  syscall?: unknown
  severity?: unknown
  meta?: { driverAdapterError?: unknown } | undefined
  cause?: unknown
}

/** What our own connections to Postgres met: of a line that is reset an error says only that, whoever's it was. */
const ours = new WeakSet<object>()

/** Has an error known as one of the database. @returns the same */
export function ofDatabase<T>(error: T): T {
  if (typeof error === 'object' && error !== null) ours.add(error)
  return error
}

/** Waits for an answer of the database, of which an error is known. */
export const fromDatabase = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw ofDatabase(error)
  })

/** Prisma's errors, pg's, and those of a socket; others that a socket failed for say it by a cause. */
const isOfDatabase = (error: Told): boolean => ours.has(error) || tells(error)

const tells = ({ name, severity, syscall, message }: Told): boolean =>
  /^(Prisma|DriverAdapterError)/.test(String(name)) ||
  severity !== undefined ||
  syscall === 'connect' ||
  syscall === 'getaddrinfo' ||
  bySaying.some(([said]) => said.test(String(message)))

/** What is wrong with the database, and what to do about it; null when the error is of something else. */
export function databaseSentence(error: unknown): string | null {
  if (!(error instanceof Error) || !isOfDatabase(error as Told)) return null
  const chain: Told[] = []
  const add = (one: unknown) => {
    if (typeof one === 'object' && one !== null && chain.length < 8) {
      chain.push(one)
      const { meta, cause } = one as Told
      add(meta?.driverAdapterError)
      add(cause)
    }
  }
  add(error)
  // The innermost knows most: Prisma says P2010 of all that a statement of ours met.
  for (const { code, originalCode, kind, message } of chain.reverse()) {
    // Refused for want of TLS alone, which the code does not tell from a wrong user.
    if (/no pg_hba\.conf entry .*no encryption/.test(String(message)))
      return databaseSentences.encrypted
    // pg opens no other file than that of sslrootcert, and those of sslcert and sslkey; the socket of a Postgres
    // on this machine it connects to.
    if (code === 'ENOENT' || code === 'EISDIR')
      return databaseSentences[/connect E/.test(String(message)) ? 'unreachable' : 'authority']
    const known = [originalCode, code, kind].map((told) => byCode[String(told)]).find(Boolean)
    const said = bySaying.find(([words]) => words.test(String(message)))?.[1]
    const trouble = known ?? said
    if (trouble !== undefined) return databaseSentences[trouble]
  }
  return null
}
