/** What is left of an address when it is normalised must still be one: ＠ becomes @, ℀ becomes a/c. */
const oneAddress = /^[^\s@]+@[^\s@/]+$/u

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

/** Whether mail could go to what `normaliseEmail` made of it. */
export const isAddress = (normalised: string): boolean => oneAddress.test(normalised)
