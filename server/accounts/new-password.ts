import { dictionary } from '@zxcvbn-ts/language-common'
import { say } from '../../contract/words/server.ts'
import { refusedField } from '../errors.ts'

/** In code points, as people count what they type. */
const shortest = 8
const longest = 200

/** About fifty thousand: the passwords that are tried first. */
const common = new Set(dictionary['passwords-common'])

/** What a password must not be made of. */
export interface About {
  email: string
  siteName: string
}

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** "Ana.1988!" is "ana" to whoever guesses. */
const stem = (text: string): string => letters(text).replace(/\d+$/, '')

/** Signs added before or behind, of which one or two do not make a common password uncommon. */
const isCommon = (password: string): boolean => {
  const lower = password.toLowerCase()
  const bare = letters(password)
  return common.has(lower) || (lower.length - bare.length <= 2 && common.has(bare))
}

/** Of one sign, or two in turn. */
const isMonotonous = (password: string): boolean => new Set(password.toLowerCase()).size < 3

function isAbout(password: string, { email, siteName }: About): boolean {
  const [local = '', domain = ''] = email.split('@')
  const own = [email, local, domain, siteName].map(letters)
  const given = [letters(password), stem(password)]
  return own.some((word) => word.length > 2 && (given.includes(word) || given.includes(stem(word))))
}

function weaknessOf(password: string, about: About): string | null {
  const { length } = [...password]
  if (length < shortest) return say('accounts.tooShort', { least: shortest })
  if (length > longest) return say('accounts.tooLong', { most: longest })
  if (password.trim() === '') return say('accounts.onlySpaces')
  if (isCommon(password) || isMonotonous(password)) return say('accounts.guessedFirst')
  if (isAbout(password, about)) return say('accounts.aboutYou')
  return null
}

/**
 * Refuses what is guessed first. No rules on which characters: those make passwords worse.
 *
 * @param field where it stands in the request
 * @throws BAD_REQUEST
 */
export function checkNewPassword(password: string, about: About, field = 'password'): void {
  const message = weaknessOf(password.normalize('NFC'), about)
  if (message !== null) throw refusedField(field, message)
}
