import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { type Html, html } from './html.ts'
import { styles } from './styles.ts'

const styleHash = createHash('sha256').update(styles).digest('base64')

/**
 * Nothing but this page's own style may load or run. Forms lead back here and on to the seller's
 * addresses, so `form-action` must not be restricted: browsers apply it to redirects as well.
 */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sends a whole page. */
export function sendPage(reply: FastifyReply, title: string, body: Html, status = 200) {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
`
  const head = `${page.text}<style>${styles}</style>\n</head>\n`
  const rest = html`<body>
<header><strong>Local test payments.</strong> No real money moves, and only test cards work.</header>
<main>${body}</main>
</body>
</html>
`
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .send(head + rest.text)
}

/** What went wrong, in words, where a screen reader hears it first. */
export const alert = (message: string | undefined): Html | '' =>
  message ? html`<p class="alert" role="alert">${message}</p>` : ''
