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

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A policy that also lets a page have the one style element whose text is `css`. */
export const withStyle = (policy: string, css: string): string =>
  policy.replace("style-src 'self'", `style-src 'self' ${hashOf(css)}`)

/** Lets the page of this answer have that style element. */
export const allowStyle = (reply: FastifyReply, css: string): void =>
  change(reply, (policy) => withStyle(policy, css))

/** Lets the page of this answer have the one script whose text is `code`. */
export const allowScript = (reply: FastifyReply, code: string): void =>
  change(reply, (policy) =>
    policy.replace("script-src 'self'", `script-src 'self' ${hashOf(code)}`),
  )

function change(reply: FastifyReply, anew: (policy: string) => string): void {
  const policy = reply.getHeader('content-security-policy')
  if (policy !== undefined) reply.header('content-security-policy', anew(String(policy)))
}
