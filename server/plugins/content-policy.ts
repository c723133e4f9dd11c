import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'

export interface Origins {
  /** As browsers see it, such as https://films.s3.eu-west-1.amazonaws.com: uploads go there. */
  bucketOrigin: string
  /** The edge's, or the bucket's where there is no edge. */
  deliveryOrigin: string
}

/** The content security policy: our own scripts and styles, film from where it lies, and nothing else. */
export const contentPolicy = ({ bucketOrigin, deliveryOrigin }: Origins, https: boolean) => ({
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', deliveryOrigin],
  'font-src': ["'self'"],
  // hls.js fetches segments and plays them through a blob: URL; Safari is sent to
  // them by redirects from here. The studio uploads to the bucket.
  'connect-src': ["'self'", ...new Set([deliveryOrigin, bucketOrigin])],
  'media-src': ["'self'", 'blob:', deliveryOrigin],
  // On plain http this would send browsers to an https that is not there.
  ...(https && { 'upgrade-insecure-requests': [] }),
})

/** A policy that also lets a page have the one style element whose text is `css`. */
export function withStyle(policy: string, css: string): string {
  const hash = createHash('sha256').update(css).digest('base64')
  return policy.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
}

/** Lets the page of this answer have that style element. */
export function allowStyle(reply: FastifyReply, css: string): void {
  const policy = reply.getHeader('content-security-policy')
  if (policy !== undefined) reply.header('content-security-policy', withStyle(String(policy), css))
}
