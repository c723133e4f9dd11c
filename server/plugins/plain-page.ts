import type { FastifyReply } from 'fastify'
import { spokenLanguage } from '../../contract/words/speak.ts'
import { allowScript, allowStyle } from './content-policy.ts'
import { escapeHtml } from './page-head.ts'
import { typeface, typefaceRule } from './typeface.ts'

/** The pages' own colours, in the theme of the device, and their typeface. */
const styles = `
${typefaceRule}
:root { color-scheme: light dark; font: 1rem/1.5 ${typeface}; accent-color: #f0a35e;
  --ground: #fcfaf6; --ink: #1d1815; --link: #92490c; background: var(--ground); color: var(--ink) }
@media (prefers-color-scheme: dark) { :root { --ground: #100e0d; --ink: #f6f1eb; --link: #f0a35e } }
h1 { font-size: 1.5rem; line-height: 1.25 }
a { color: var(--link) }
button { border: 0; border-radius: .625rem; background: #f0a35e; color: #1b1108 }
body { max-width: 26rem; margin: 2rem auto; padding: 0 1rem }
label { display: block; margin-top: 1rem; font-weight: 600 }
input, button { box-sizing: border-box; width: 100%; min-height: 44px; padding: 0 .75rem; font: inherit }
button { margin-top: .5rem; font-weight: 600 }
a { display: inline-flex; align-items: center; min-height: 44px }
p a { display: inline; min-height: 0 }
[role=alert] { border-left: 4px solid #c33; padding-left: .75rem }
`

/**
 * Answers with a page that needs no script and nothing else of ours, in the language of whoever asks.
 *
 * @param title plain text
 * @param body HTML, under the title
 * @param script what makes it more convenient, where there is something
 */
export function sendPlainPage(
  reply: FastifyReply,
  title: string,
  body: string,
  script?: string,
): FastifyReply {
  allowStyle(reply, styles)
  if (script !== undefined) allowScript(reply, script)
  const named = escapeHtml(title)
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="${spokenLanguage()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${named}</title>
<style>${styles}</style>
<main>
<h1>${named}</h1>
${body}
</main>
${script === undefined ? '' : `<script>${script}</script>`}
</html>
`)
}
