import { pageCodeWords } from '../../contract/words/page-codes.ts'
/** What an error answer says (RFC 9457), or what stands in for it when none came. */
export interface ProblemDocument {
  status: number
  code: string
  detail: string
  /** Each refused field and what is wrong with it. */
  fields?: readonly { field: string; message?: string }[]
  [member: string]: unknown
}

/** Any failure of a request to the API. Its message is a sentence that a viewer can read. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string
  readonly document: ProblemDocument

  constructor(document: ProblemDocument) {
    super(document.detail)
    this.status = document.status
    this.code = document.code
    this.document = document
  }
}

/** No answer came at all. */
export const unreachable = () =>
  new Problem({
    status: 0,
    code: 'UNREACHABLE',
    detail: pageCodeWords('UNREACHABLE'),
  })

const isDocument = (value: unknown): value is ProblemDocument =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as ProblemDocument).code === 'string' &&
  typeof (value as ProblemDocument).detail === 'string'

/** Reads an error answer. One that is not ours (a proxy's page, say) gets a plain sentence. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  if (isDocument(body)) return new Problem({ ...body, status: response.status })
  const detail =
    response.status === 429
      ? pageCodeWords('TOO_MANY_REQUESTS')
      : pageCodeWords('UNEXPECTED_ANSWER')
  return new Problem({ status: response.status, code: 'UNEXPECTED_ANSWER', detail })
}

/** Any thrown value as a Problem: what is not one is a mistake of ours, told without its details. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({
    status: 0,
    code: 'PAGE_BROKEN',
    detail: pageCodeWords('PAGE_BROKEN'),
  })
}
