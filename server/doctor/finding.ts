export interface Finding {
  what: string
  ok: boolean
  /** What was found, or what to do about it. */
  says: string
}
