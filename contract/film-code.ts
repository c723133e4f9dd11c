/** Of what is to be known beside the schemas of contract/embed: no schema, so that pages stay small. */

/** An origin, one with `*.` for its subdomains, or `*`. */
export const embedSitePattern = '^(\\*|https?://(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?)$'

export const codeMessage = 'matinee-code'

/** What the tab that a player opened posts back to it. */
export interface CodeMessage {
  type: typeof codeMessage
  code: string
}
