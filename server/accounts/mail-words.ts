import { say } from '../../contract/words/server.ts'

/** What a mail says, and in which language: its reader's. @param reader null: not known here, so in the site's */
export function mailWords(
  reader: { language: string | null } | null,
  { siteLanguage }: { siteLanguage: string },
) {
  const language = reader?.language ?? siteLanguage
  return { language, words: say.in(language) }
}
