import type { Preferences, PreferencesChange } from '../../contract/accounts.ts'
import { say } from '../../contract/words/server.ts'
import type { Database } from '../clients/database.ts'
import type { User } from '../clients/prisma/client.ts'
import { refusedField } from '../errors.ts'

const answerOf = ({ name, language, wantsNews }: User): Preferences => ({
  name,
  language,
  wantsNews,
})

export const preferencesOf = async (database: Database, userId: string): Promise<Preferences> =>
  answerOf(await database.user.findUniqueOrThrow({ where: { id: userId } }))

/** @throws BAD_REQUEST for a name of spaces alone */
export async function changePreferences(
  database: Database,
  userId: string,
  change: PreferencesChange,
): Promise<Preferences> {
  const name = change.name?.trim()
  if (name === '') throw refusedField('name', say('accounts.nameMissing'))
  const data = { ...change, ...(name !== undefined && { name }) }
  return answerOf(await database.user.update({ where: { id: userId }, data }))
}
