/** Only its origin matters: a path that leads elsewhere shows by leaving it. */
const here = 'https://matinee.invalid'

/** Pages to which nobody wants to be sent back after signing in. */
const doors = /^\/(sign-in|sign-in-link|sign-up|forgot-password|reset-password)([/?#]|$)/

/**
 * Where to go after signing in: `wanted` if it is a path on this site, else `fallback`. Whatever a
 * browser would take for another origin (`//host`, `/\host`, `https:…`, `javascript:…`) is refused,
 * so that a link to our sign-in page cannot send anyone to someone else's page.
 */
export function safeNext(wanted: string | undefined | null, fallback = '/'): string {
  if (!wanted?.startsWith('/')) return fallback
  let url: URL
  try {
    url = new URL(wanted, here)
  } catch {
    return fallback
  }
  if (url.origin !== here) return fallback
  const path = `${url.pathname}${url.search}${url.hash}`
  // `/.//host` is on this origin but normalises to a path that is not
  if (path.startsWith('//') || doors.test(path) || path.startsWith('/api/')) return fallback
  return path
}

/** `page` with where to go on to, left out when that is the start page anyway. */
export function withNext(page: string, next: string): string {
  const path = safeNext(next)
  return path === '/' ? page : `${page}?next=${encodeURIComponent(path)}`
}
