import { hash, verify } from '@node-rs/argon2'

/** OWASP's floor for argon2id (the library's algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One password however a keyboard composes its letters: é may come as one code point or as two. */
const normalise = (password: string): string => password.normalize('NFC')

/** @returns a PHC string: algorithm, cost, salt and digest */
export const hashPassword = (password: string): Promise<string> => hash(normalise(password), cost)

/** What stands in place of a hash where there is no password at all. */
export const noPassword = 'none'

let decoy: Promise<string> | undefined

/** Computes the decoy ahead of need, so that the first stranger's answer is not slower than others. */
export function prepareDecoy(): Promise<string> {
  decoy ??= hashPassword('no account has this password')
  return decoy
}

/**
 * Whether `password` is the one behind `stored`. Without a stored hash (no such account) a decoy of
 * the same cost is checked, so that the time of the answer does not tell which addresses are known.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const known = stored === noPassword ? null : stored
  const against = known ?? (await prepareDecoy())
  const normalised = normalise(password)
  // Hashes from before passwords were normalised are of the code points as they came.
  const matches =
    (await verify(against, normalised)) ||
    (normalised !== password && (await verify(against, password)))
  return known !== null && matches
}
