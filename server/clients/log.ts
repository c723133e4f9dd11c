import { type DestinationStream, type Logger, pino } from 'pino'
import type { Outages } from './outages.ts'

export type { Logger } from 'pino'

const GONE = '[redacted]'

/** What lets its holder in, wherever it stands in a line of the log. */
const secrets: readonly [RegExp, string][] = [
  [/(\/play\/)[^/?#\s"'\\]+/g, `$1${GONE}`],
  [/(X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"'\\]+/gi, `$1${GONE}`],
  [/([?&#](?:token|signature|code)=)[^&\s"'\\]+/gi, `$1${GONE}`],
  [/\b((?:sk|rk)_(?:live|test)_|whsec_)\w+/g, `$1${GONE}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, GONE],
  [/(:\/\/[^/\s:@"'\\]*:)[^/\s@"'\\]+@/g, `$1${GONE}@`],
]

/** `text` without tokens, signatures, keys and passwords in addresses. */
export const withoutSecrets = (text: string): string =>
  secrets.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text)

/** Headers that are secret whatever they hold, in whatever object they are logged. */
const headers = ['.cookie', '.authorization', '["set-cookie"]', '["stripe-signature"]']

/**
 * The log of this process: JSON lines. Clients put the URL they called into their errors, and errors
 * end up in logs, so every line is searched for secrets before it is written.
 *
 * @param destination in place of stdout
 * @param outages leaves out what only repeats that the database is away
 */
export const openLog = (
  level: string,
  destination?: DestinationStream,
  outages?: Pick<Outages, 'withholds'>,
): Logger =>
  pino(
    {
      level,
      redact: {
        paths: headers.flatMap((header) => [`headers${header}`, `*.headers${header}`]),
        censor: GONE,
      },
      hooks: {
        streamWrite: withoutSecrets,
        logMethod(args, write) {
          if (!outages?.withholds(args)) write.apply(this, args)
        },
      },
    },
    destination ?? pino.destination(1),
  )
