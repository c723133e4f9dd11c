import { domainToASCII } from 'node:url'

/** https://html.spec.whatwg.org/#valid-e-mail-address: what browsers, and Stripe nearly, go by. */
const validAddress =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i

/**
 * One address, one account: as it is stored and looked up. The same letters typed on two keyboards
 * may come as different code points (é, or e and an accent); a domain means the same in full-width, and
 * as it goes over the wire, which is how browsers send it ("bücher" as "xn--bcher-kva").
 */
export function normaliseEmail(email: string): string {
  const trimmed = email.trim().toLowerCase()
  const at = trimmed.lastIndexOf('@')
  const local = trimmed.slice(0, at + 1).normalize('NFC')
  return `${local}${sentDomain(
    trimmed
      .slice(at + 1)
      .normalize('NFKC')
      .toLowerCase(),
  )}`
}

/** Only letters beyond ASCII: of digits and dots alone it would make an address of a machine. */
const sentDomain = (domain: string): string => {
  const isWritten = /[^a-z0-9.-]/.test(domain) && !/[^\p{L}\p{M}\p{N}.-]/u.test(domain)
  return (isWritten && domainToASCII(domain)) || domain
}

/** What any page takes: whoever had a longer one could not sign in. */
const longest = 254

/** Whether what `normaliseEmail` made of it is an address. */
export const isAddress = (normalised: string): boolean =>
  normalised.length <= longest && validAddress.test(normalised)
