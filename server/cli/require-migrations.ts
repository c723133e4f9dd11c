import { setTimeout } from 'node:timers/promises'
import { databaseSentence, databaseSentences } from '../clients/database-sentence.ts'
import { missingMigrations } from '../clients/migrations.ts'
import type { Services } from '../services.ts'

/** What passes by itself: Postgres may still be starting, or be busy. */
const passing = new Set<string>([
  databaseSentences.unreachable,
  databaseSentences.crowded,
  databaseSentences.slow,
])

/**
 * Resolves when the database has every migration of this version. One that cannot be reached counts
 * as if it had: it may come, and /readyz tells until then. One that answers and refuses us does not.
 *
 * @param wait for someone else to migrate, rather than to refuse
 * @throws Error whose message is the sentence to show
 */
export async function requireMigrations(
  { database, log }: Pick<Services, 'database' | 'log'>,
  wait: boolean,
  pause: (ms: number) => Promise<unknown> = setTimeout,
): Promise<void> {
  for (let told = false; ; told = true) {
    const missing = await missingMigrations(database).catch((error: unknown) => {
      const sentence = databaseSentence(error)
      if (sentence !== null && !passing.has(sentence)) throw new Error(sentence)
      log.warn({ err: error }, 'the database cannot be asked for its migrations')
      return wait ? null : []
    })
    if (missing?.length === 0) return
    const what = `The database lacks ${missing?.length ?? 'perhaps some'} migrations of this version`
    if (!wait) throw new Error(`${what}. Run \`matinee migrate\`, or start with --wait.`)
    if (!told) log.info(`${what}: waiting for them.`)
    await pause(1_000)
  }
}
