/**
 * Whether a page of `origin` is one of `sites`, and so may be handed a viewer's right to a film. `*`
 * lets every site show the frame, whose inside it cannot read; it hands nothing to anybody.
 */
export function isListed(sites: readonly string[], origin: string): boolean {
  return sites.some((site) => {
    const [scheme, host] = site.split('*.')
    if (host === undefined) return site === origin
    return origin.startsWith(scheme ?? '') && origin.endsWith(`.${host}`)
  })
}

/** What `frame-ancestors` says: this site, and those that its operator lists. */
export const frameAncestors = (sites: readonly string[]): string =>
  ["frame-ancestors 'self'", ...sites].join(' ')
