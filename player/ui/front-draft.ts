import type { FrontDraft } from '../../contract/front.ts'

const key = 'matinee-front-draft'

/** Hands what is not saved yet to a page that shows how it would look. */
export function keepFrontDraft(draft: FrontDraft): void {
  localStorage.setItem(key, JSON.stringify(draft))
}

/** Null where there is none, or it cannot be read. */
export function readFrontDraft(): FrontDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as FrontDraft | null
  } catch {
    return null
  }
}
