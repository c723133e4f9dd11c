import { invalid } from './faults.ts'

/** A name of letters without dots at its ends or side by side, and a domain that has a dot. */
const address =
  /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d]([a-z\d-]*[a-z\d])?$/i

/**
 * Refuses what Stripe takes for no e-mail address: letters outside ASCII, two dots in a row, a domain
 * of one word.
 *
 * @throws Fault with `email_invalid`
 */
export function checkEmail(email: string | null | undefined, param = 'email'): void {
  if (!email || address.test(email)) return
  throw invalid(`Invalid email address: ${email}`, { code: 'email_invalid', param })
}
