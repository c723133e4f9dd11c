import { domainToASCII } from 'node:url'

/** https://html.spec.whatwg.org/#valid-e-mail-address: what browsers, and Stripe nearly, go by. */
const validAddress =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i

/**
 * One address, one account: as it is stored and looked up. The same letters typed on two keyboards
 * may come as different code points (é, or e and an accent); a domain means the same in full-width.
 */
export function normaliseEmail(email: string): string {
  const trimmed = email.trim().toLowerCase()
  const at = trimmed.lastIndexOf('@')
  const local = trimmed.slice(0, at + 1).normalize('NFC')
  return `${local}${trimmed.slice(at + 1).normalize('NFKC')}`
}

/**
 * Whether what `normaliseEmail` made of it is an address. Browsers look at the domain as it goes over
 * the wire, so letters of any script may be in it; what would end a domain in a URL may not.
 */
export function isAddress(normalised: string): boolean {
  const at = normalised.lastIndexOf('@')
  if (at < 1) return false
  const domain = normalised.slice(at + 1)
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(domain)) return false
  const sent = /[^a-z0-9.-]/.test(domain) ? domainToASCII(domain) : domain
  return validAddress.test(`${normalised.slice(0, at)}@${sent}`)
}
