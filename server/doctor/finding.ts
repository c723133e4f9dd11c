export interface Finding {
  what: string
  ok: boolean
  /** Nothing is broken, and something that a site wants is not set. */
  todo?: boolean
  /** What was found, or what to do about it. */
  says: string
}

/** What a look found that is left to be set, where nothing is broken. */
export interface Todo {
  todo: string
}
