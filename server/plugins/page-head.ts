import type { OpenedVideo } from '../../contract/catalog.ts'
import type { Site } from '../../contract/site.ts'
import { directionOf } from '../../contract/words/languages.ts'

/** What the head of a page says to search engines and to whoever shows a link to it. */
export interface PageHead {
  title: string
  description: string
  /** The page's one address, absolute. */
  canonical: string
  /** Whether search engines may list it. */
  listed: boolean
  /** Of a picture that stays good: absolute, and never signed. */
  pictureUrl?: string
  /** Where pictures and film come from: connected to while the page is still being read. */
  mediaOrigin?: string
  /** Where oEmbed tells of it. */
  oEmbedUrl?: string
  /** schema.org's description of it. */
  data?: object
  /** The film whose page it is. */
  video?: OpenedVideo
  site?: SiteHead
}

/** What every page says of the site itself. */
export interface SiteHead {
  /** What the pages know of it before they have asked anything. */
  site: Site
  /** A style sheet with its operator's colours, and a picture for the tab. */
  lookUrl: string | null
  iconUrl: string | null
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text that stays text, in an element or in an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')

const meta = (key: 'name' | 'property', name: string, content: string): string =>
  `<meta ${key}="${name}" content="${escapeHtml(content)}" />`

const headPattern = /<meta name="description"[^>]*>\s*<title>[^<]*<\/title>/

/** Whether `template` has the place that `writeHead` fills. */
export const hasHead = (template: string): boolean => headPattern.test(template)

/** Up to the last of them. */
const iconPattern = /<link rel="icon"[\s\S]*<link rel="icon"[^>]*>/

/** A closing tag inside a title must not close the script. */
const dataBlock = (type: string, data: object, id?: string) =>
  `<script type="${type}"${id === undefined ? '' : ` id="${id}"`}>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`

/** The start page with the head of one page in it. */
export function writeHead(template: string, head: PageHead): string {
  const { title, description, canonical, pictureUrl } = head
  const lines = [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    `<link rel="canonical" href="${escapeHtml(canonical)}" />`,
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', canonical),
    meta('property', 'og:type', head.data === undefined ? 'website' : 'video.other'),
    meta('name', 'twitter:card', pictureUrl === undefined ? 'summary' : 'summary_large_image'),
  ]
  if (pictureUrl !== undefined) lines.push(meta('property', 'og:image', pictureUrl))
  if (head.mediaOrigin !== undefined) {
    lines.unshift(`<link rel="preconnect" href="${escapeHtml(head.mediaOrigin)}" crossorigin />`)
  }
  if (head.oEmbedUrl !== undefined) {
    const [href, name] = [head.oEmbedUrl, title].map(escapeHtml)
    lines.push(
      `<link rel="alternate" type="application/json+oembed" href="${href}" title="${name}" />`,
    )
  }
  if (!head.listed) lines.push(meta('name', 'robots', 'noindex'))
  if (head.data !== undefined) lines.push(dataBlock('application/ld+json', head.data))
  if (head.video !== undefined) lines.push(dataBlock('application/json', head.video, 'video'))
  const language = head.site?.site.language ?? 'en'
  const withHead = () =>
    template
      .replace(
        '<html lang="en">',
        () => `<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">`,
      )
      .replace(headPattern, () => lines.join('\n    '))
  if (head.site === undefined) return withHead()
  const { site, lookUrl, iconUrl } = head.site
  lines.push(dataBlock('application/json', site, 'site'))
  lines.push(
    `<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="${escapeHtml(site.name)}" />`,
  )
  lines.push('<link rel="manifest" href="/manifest.webmanifest" />')
  if (lookUrl !== null) lines.push(`<link rel="stylesheet" href="${lookUrl}" />`)
  if (iconUrl === null) return withHead()
  const icon = `<link rel="icon" href="${iconUrl}" type="image/png" />`
  return withHead().replace(iconPattern, () => icon)
}
