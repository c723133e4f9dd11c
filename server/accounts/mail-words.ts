import { say } from '../../contract/words/server.ts'

/** What a mail says, in its reader's language. @param reader null: not known here, so in the site's */
export const mailWords = (
  reader: { language: string | null } | null,
  { siteLanguage }: { siteLanguage?: string },
) => say.in(reader?.language ?? siteLanguage ?? 'en')
