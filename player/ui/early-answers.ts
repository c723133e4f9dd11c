import { api, renewal } from './page-api.ts'

interface Early {
  /** The sign-in that it was asked under. */
  stamp: string | null
  answer: Promise<unknown>
}

const answers = new Map<string, Early>()

/** Asks before it is known who looks at the page: for what its first picture waits for. */
export function askEarly(path: string): void {
  const answer = api.get(path)
  // Whoever takes it hears of the failure.
  answer.catch(() => undefined)
  answers.set(path, { stamp: renewal.latest(), answer })
}

/**
 * What was asked early, once; else, and where the viewer was signed in meanwhile, it is asked for now.
 */
export function getEarly<T>(path: string, signal?: AbortSignal): Promise<T> {
  const early = answers.get(path)
  answers.delete(path)
  if (early === undefined || early.stamp !== renewal.latest()) return api.get<T>(path, signal)
  return early.answer as Promise<T>
}
