import { embedWords } from '../../contract/words/embed.ts'
import { publicUrlOf } from '../catalog/page-words.ts'
import type { Video } from '../clients/prisma/client.ts'
import type { Config } from '../config.ts'
import { escapeHtml } from '../plugins/page-head.ts'
import { typeface, typefaceRule } from '../plugins/typeface.ts'

export const embedStyles = `${typefaceRule}
html,body,main{margin:0;height:100%;background:#000;color:#f2ece4;font:16px/1.5 ${typeface}}
matinee-player{--matinee-font:${typeface};width:100%;height:100%}
.film{position:absolute;inset:0 0 auto;margin:16px 0;padding:12px 16px 32px;font:inherit;background:linear-gradient(#000a,#0000);pointer-events:none;transition:opacity .2s}
.film a{color:inherit;text-decoration:none;font-weight:600;pointer-events:auto;text-shadow:0 1px 2px #000}
.film a:hover,.film a:focus-visible{text-decoration:underline}
.film[hidden]{display:block}
.film[hidden]:not(:focus-within){opacity:0}
.film[hidden]:not(:focus-within) a{pointer-events:none}
.gone{display:grid;place-content:center;height:100%;margin:0;padding:0 16px;font:inherit;text-align:center}
@media (prefers-reduced-motion:reduce){.film{transition:none}}`

const page = (language: string, title: string, head: string, body: string) => `<!doctype html>
<html lang="${escapeHtml(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="dark" />
    <title>${escapeHtml(title)}</title>
    ${head}
    <style>${embedStyles}</style>
  </head>
  <body>
    <main>
      ${body}
    </main>
  </body>
</html>
`

export interface EmbedOptions {
  /** Where pictures and film come from. */
  mediaOrigin: string
  siteName: string
  language: string
  autoplay: boolean
}

/** The page in the frame: the player, and the film's name as a way to its own page. */
export function embedPage(
  config: Config,
  video: Pick<Video, 'id' | 'slug' | 'title' | 'posterKey'>,
  { mediaOrigin, siteName, language, autoplay }: EmbedOptions,
): string {
  const watch = publicUrlOf(config, `/watch/${encodeURIComponent(video.slug)}`)
  const poster = video.posterKey === null ? null : `/api/videos/${video.id}/poster`
  const picture = `<link rel="preload" as="image" href="${poster}" fetchpriority="high" />`
  const title = escapeHtml(video.title)
  return page(
    language,
    `${video.title} · ${siteName}`,
    `<link rel="canonical" href="${watch}" />
    <link rel="preconnect" href="${escapeHtml(mediaOrigin)}" crossorigin />
    ${poster === null ? '' : picture}
    <script src="/begin-again.js"></script>
    <script type="module" src="/embed.js"></script>`,
    `<matinee-player api video-id="${video.id}"${poster === null ? '' : ` poster="${poster}"`}${autoplay ? ' autoplay' : ''}></matinee-player>
      <h1 class="film"><a href="${watch}" target="_blank">${title}</a></h1>
      <noscript>${escapeHtml(embedWords.in(language)('needsScript'))}</noscript>`,
  )
}

/** In the frame where there is no such film, or none that can be told now. */
export const noEmbedPage = (language: string, trouble: boolean): string =>
  page(
    language,
    embedWords.in(language)(trouble ? 'unavailable' : 'missing'),
    '',
    `<h1 class="gone">${escapeHtml(embedWords.in(language)(trouble ? 'unavailable' : 'missing'))}</h1>`,
  )
