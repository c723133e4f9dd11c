import type { FastifyReply, FastifyRequest } from 'fastify'

export interface SessionCookieNames {
  access: string
  refresh: string
}

/**
 * Over https the names carry the `__Host-` prefix: the browser then takes these cookies only with
 * Secure, Path=/ and no Domain, so that no neighbouring subdomain can plant one. Over plain http a
 * browser would drop such a cookie.
 */
export const sessionCookieNames = (https: boolean): SessionCookieNames => ({
  access: https ? '__Host-matinee_access' : 'matinee_access',
  refresh: https ? '__Host-matinee_refresh' : 'matinee_refresh',
})

/** Lax: a link from elsewhere opens the site signed in; another site's form posts arrive without it. */
const attributes = (https: boolean) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: https,
  path: '/',
})

export interface SessionCookies {
  access: string
  accessSeconds: number
  refresh: string
  refreshSeconds: number
}

export function setSessionCookies(reply: FastifyReply, https: boolean, cookies: SessionCookies) {
  const names = sessionCookieNames(https)
  const common = attributes(https)
  reply.setCookie(names.access, cookies.access, { ...common, maxAge: cookies.accessSeconds })
  reply.setCookie(names.refresh, cookies.refresh, { ...common, maxAge: cookies.refreshSeconds })
}

export function clearSessionCookies(reply: FastifyReply, https: boolean) {
  const names = sessionCookieNames(https)
  reply.clearCookie(names.access, attributes(https))
  reply.clearCookie(names.refresh, attributes(https))
}

export const refreshCookieOf = (request: FastifyRequest, https: boolean): string | undefined =>
  request.cookies[sessionCookieNames(https).refresh]
