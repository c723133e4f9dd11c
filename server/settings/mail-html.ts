import { inkOn } from '../../contract/colours.ts'
import { parsedUrl } from '../config/parsed-url.ts'
import type { SiteValues } from './site-settings.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '')

const usualAccent = '#92490c'

const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g

const linkTo = (href: string, style: string, shown = href) =>
  `<a href="${escaped(href)}" style="${style}">${escaped(shown)}</a>`

/**
 * Each address in it can be pressed: not every mail program finds them by itself. It goes to a line of its own
 * before it is broken: on a phone "htt" stood at the end of one and "p://" on the next.
 */
function withLinks(text: string, accent: string): string {
  let html = ''
  let from = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    html += escaped(text.slice(from, index))
    html += linkTo(found, `color:${accent};word-break:break-word`)
    from = index + found.length
  }
  return html + escaped(text.slice(from))
}

const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text) && parsedUrl(text) !== null

/** The address stays readable below it. */
function button(text: string, accent: string): string {
  const style = `display:inline-block;margin:12px 0 4px;padding:12px 20px;border-radius:8px;background:${accent};color:${inkOn(accent)};font-weight:600;text-decoration:none`
  const small = `color:${accent};font-size:13px;word-break:break-word`
  return `${linkTo(text, style, new URL(text).host)}<br>${linkTo(text, small)}`
}

const paragraph = (html: string) => `<p style="margin:0 0 16px">${html}</p>`

/**
 * What a mail asks for is its first line that is nothing but an address: that one becomes a button. Others,
 * such as the way to end such mails, do not look as if they were asked for.
 */
function paragraphsOf(text: string, accent: string): string[] {
  let hasButton = false
  const line = (one: string) => {
    if (hasButton || !isAddress(one)) return withLinks(one, accent)
    hasButton = true
    return button(one, accent)
  }
  return text
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '')
    .map((one) =>
      one
        .trim()
        .split('\n')
        .map((each) => line(each.trim())),
    )
    .map((lines) => paragraph(lines.join('<br>')))
}

/** A mail's text in the looks of the site. Of tables and inline styles, which every mail program shows. */
export function mailHtml(
  text: string,
  {
    name,
    address,
    language,
    accentLight,
  }: Pick<SiteValues, 'name' | 'address' | 'language' | 'accentLight'>,
): string {
  const accent = accentLight ?? usualAccent
  const foot = [name, ...address.split('\n')].filter((one) => one.trim() !== '').map(escaped)
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escaped(name)}</title></head>
<body style="margin:0;background:#fcfaf6;color:#1d1815;font:16px/1.5 Figtree,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e0d7cb;border-radius:12px"><tr><td style="padding:28px">
<p style="margin:0 0 20px;padding-bottom:16px;border-bottom:3px solid ${accent};font-size:20px;font-weight:700">${escaped(name)}</p>
${paragraphsOf(text, accent).join('\n')}
</td></tr></table>
<p style="margin:16px 0 0;color:#64594f;font-size:13px">${foot.join('<br>')}</p>
</td></tr></table>
</body>
</html>
`
}
