import { inkOn } from '../../contract/colours.ts'
import type { SiteValues } from './site-settings.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '')

const usualAccent = '#92490c'

/** A line that is nothing but an address becomes a button; the address stays readable below it. */
function line(text: string, accent: string): string {
  if (!/^https?:\/\/\S+$/.test(text)) return escaped(text)
  const style = `display:inline-block;margin:12px 0 4px;padding:12px 20px;border-radius:8px;background:${accent};color:${inkOn(accent)};font-weight:600;text-decoration:none`
  const shown = escaped(text)
  const host = escaped(new URL(text).host)
  return `<a href="${shown}" style="${style}">${host}</a><br><a href="${shown}" style="color:${accent};font-size:13px;word-break:break-all">${shown}</a>`
}

const paragraph = (text: string, accent: string) =>
  `<p style="margin:0 0 16px">${text
    .split('\n')
    .map((one) => line(one.trim(), accent))
    .join('<br>')}</p>`

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
  const paragraphs = text
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '')
    .map((one) => paragraph(one.trim(), accent))
  const foot = [name, ...address.split('\n')].filter((one) => one.trim() !== '').map(escaped)
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escaped(name)}</title></head>
<body style="margin:0;background:#fcfaf6;color:#1d1815;font:16px/1.5 Figtree,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e0d7cb;border-radius:12px"><tr><td style="padding:28px">
<p style="margin:0 0 20px;padding-bottom:16px;border-bottom:3px solid ${accent};font-size:20px;font-weight:700">${escaped(name)}</p>
${paragraphs.join('\n')}
</td></tr></table>
<p style="margin:16px 0 0;color:#64594f;font-size:13px">${foot.join('<br>')}</p>
</td></tr></table>
</body>
</html>
`
}
