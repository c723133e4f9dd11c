/**
 * A fetch that keeps the cookies of one server in memory, which is who is signed in. The server takes
 * changes from its own pages only, so requests say that they come from there.
 */
export function sessionFetch(
  baseUrl: string,
  send: typeof fetch = fetch,
): (request: Request) => Promise<Response> {
  const { origin } = new URL(baseUrl)
  const cookies = new Map<string, string>()
  return async (request) => {
    if (cookies.size > 0) {
      request.headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    }
    request.headers.set('origin', origin)
    const response = await send(request)
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    return response
  }
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';')
  const [name = '', ...value] = pair.trim().split('=')
  const isOver = attributes.some((one) => /^\s*max-age=0*$|^\s*expires=.*1970/i.test(one))
  if (isOver || value.join('=') === '') cookies.delete(name)
  else cookies.set(name, value.join('='))
}
