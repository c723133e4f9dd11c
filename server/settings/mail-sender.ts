/** A name as the From header takes it. */
const quoted = (name: string) => `"${name.replace(/["\\\r\n<>]/g, ' ').trim()}"`

/**
 * Who a mail is from: what is set in the studio; else the name of the site before the address of
 * MAIL_FROM, unless that has a name of its own.
 *
 * @param mailFrom "films@films.example" or "Films <films@films.example>"
 */
export function senderOf(
  {
    name,
    mailName,
    mailAddress,
  }: { name: string; mailName: string | null; mailAddress: string | null },
  mailFrom: string,
): string {
  const [, given = '', address = mailFrom.trim()] = /^(.*)<([^<>]+)>\s*$/.exec(mailFrom) ?? []
  const own = given.trim().replace(/^"(.*)"$/, '$1')
  const shown = mailName ?? (own === '' ? name : own)
  return `${quoted(shown)} <${mailAddress ?? address}>`
}
