import type { MailKind, MailWording } from '../../contract/mail-texts.ts'
import { say } from '../../contract/words/server.ts'
import { refusedField } from '../errors.ts'
import { kinds, placeholdersOf } from './mail-kinds.ts'

const inBraces = /\{([^{}]*)\}/g

/** The text with each placeholder's value in its place. */
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(inBraces, (braces, name: string) => values[name] ?? braces)

export const filled = (
  { subject, text }: MailWording,
  values: Readonly<Record<string, string>>,
): MailWording => ({
  // What is put in may have line breaks, and a subject has none.
  subject: fill(subject, values).replaceAll(/\s+/g, ' ').trim(),
  // Where what is put in is empty, its lines are too: no mail has a hole in it.
  text: fill(text, values).replaceAll(/\n{3,}/g, '\n\n'),
})

/** What a mail says where nobody has changed it, in its reader's language. */
export const usualWording = (kind: MailKind, language = 'en'): MailWording => {
  const speak = say.in(language)
  return { subject: speak(`mails.${kind}.subject`), text: speak(`mails.${kind}.text`) }
}

/** The language of a mail: its reader's, or the site's, in which the operator's own words are. */
export const spokenIn = (own: MailWording | null, language: string | undefined) =>
  own === null && language !== undefined ? { language } : {}

/** @throws BAD_REQUEST for a placeholder that is none, or one that is missing */
export function checkWording(kind: MailKind, wording: MailWording): void {
  const known = placeholdersOf(kind)
  for (const field of ['subject', 'text'] as const) {
    for (const [braces, name = ''] of wording[field].matchAll(inBraces)) {
      if (known.includes(name)) continue
      const all = known.map((one) => `{${one}}`).join(' ')
      throw refusedField(field, say('mails.placeholderUnknown', { braces, all }))
    }
    if (/[{}]/.test(wording[field].replaceAll(inBraces, ''))) {
      throw refusedField(field, say('mails.braceOpen'))
    }
  }
  const missing = kinds[kind].required.find((name) => !wording.text.includes(`{${name}}`))
  if (missing !== undefined) {
    throw refusedField('text', say('mails.placeholderMissing', { braces: `{${missing}}` }))
  }
}
