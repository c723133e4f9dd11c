/** Answers of the API, asked as an operator who signed in. */
export interface OperatorSession {
  /** @throws Refused with the API's own sentence; Error when it cannot be reached */
  request<T>(method: string, path: string, body?: object): Promise<T>
}

/** The API said no. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number

  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

export interface Operator {
  /** The site's address, such as https://films.example */
  server: string
  email: string
  password: string
}

const patienceMs = 60_000

/** Signs in with the first request, and again when the session has run out. */
export function operatorSession({ server, email, password }: Operator): OperatorSession {
  const { origin } = new URL(server)
  const cookies = new Map<string, string>()

  async function send(method: string, path: string, body?: object): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, origin), {
      method,
      headers: { origin, cookie, ...(body && { 'content-type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => {
      throw new Error(`${origin} cannot be reached. Try again shortly.`, { cause: error })
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return answer
  }

  async function signIn(): Promise<void> {
    cookies.clear()
    await read(await send('POST', '/api/auth/sign-in', { email, password }))
  }

  return {
    async request<T>(method: string, path: string, body?: object) {
      if (cookies.size === 0) await signIn()
      const answer = await send(method, path, body)
      if (answer.status !== 401) return (await read(answer)) as T
      await answer.body?.cancel()
      await signIn()
      return (await read(await send(method, path, body))) as T
    },
  }
}

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (!answer.ok) throw new Refused(answer.status, sentenceOf(text, answer.status))
  return text === '' ? undefined : JSON.parse(text)
}

function sentenceOf(text: string, status: number): string {
  try {
    const { detail } = JSON.parse(text) as { detail?: unknown }
    if (typeof detail === 'string') return detail
  } catch {
    // Not one of ours: a proxy's page, say.
  }
  return `The server answered ${status}. Try again shortly.`
}
