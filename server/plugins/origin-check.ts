/** What a request says about where it comes from. */
export interface RequestSource {
  method: string
  origin: string | undefined
  secFetchSite: string | undefined
  hasCookie: boolean
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change something. Another site can make a viewer's browser send requests
 * here, with the viewer's cookies, but it cannot make it lie about where they come from:
 *
 * - An Origin, which every current browser sends with unsafe methods, must be one of `ours`. "null"
 *   (a sandboxed frame, a redirect across sites) is nobody's.
 * - Without one, Sec-Fetch-Site must say "same-origin", or "none" (the viewer's own doing).
 * - With neither, no current browser speaks. A program that does is let through as long as it brings
 *   no cookie, since then it acts with nobody's rights but those that its request proves. One that
 *   does bring a cookie can add the Origin; a browser so old that it sends neither header cannot be
 *   told from one that is being abused.
 */
export function mayChange(
  { method, origin, secFetchSite, hasCookie }: RequestSource,
  ours: readonly string[],
): boolean {
  if (safeMethods.has(method)) return true
  if (origin !== undefined) return ours.includes(origin)
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' || secFetchSite === 'none'
  return !hasCookie
}
