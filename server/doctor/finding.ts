export interface Finding {
  what: string
  ok: boolean
  /** Nothing is broken, and something that a site wants is not set. */
  todo?: boolean
  /** What was found, or what to do about it. */
  says: string
}
