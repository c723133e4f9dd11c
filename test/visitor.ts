import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

export interface Visitor {
  /** What the browser would send back, by name. */
  cookies: Map<string, string>
  request(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    payload?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, payload?: object): Promise<LightMyRequestResponse>
}

/** Somebody's browser, as far as the API sees it: keeps cookies, and says where requests come from. */
export function visitor(app: FastifyInstance, origin = 'http://localhost:3000'): Visitor {
  const cookies = new Map<string, string>()

  const request: Visitor['request'] = async (method, url, payload, headers = {}) => {
    const answer = await app.inject({
      method,
      url,
      cookies: Object.fromEntries(cookies),
      headers: { ...(method !== 'GET' && { origin }), ...headers },
      ...(payload && { payload }),
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  return {
    cookies,
    request,
    get: (url) => request('GET', url),
    post: (url, payload) => request('POST', url, payload),
  }
}

export const password = 'correct horse battery staple'

/** A visitor who has just opened an account. */
export async function signedUp(app: FastifyInstance, email = 'ana@films.example', origin?: string) {
  const who = visitor(app, origin)
  const answer = await who.post('/api/auth/sign-up', { email, password })
  if (answer.statusCode !== 201) throw new Error(`sign-up answered ${answer.body}`)
  const { id: userId } = (answer.json() as { user: { id: string } }).user
  return { ...who, userId, email }
}
