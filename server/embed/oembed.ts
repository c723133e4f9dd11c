import type { OEmbed, OEmbedQuery } from '../../contract/embed.ts'
import { publicUrlOf } from '../catalog/page-words.ts'
import type { Video } from '../clients/prisma/client.ts'
import { parsedUrl } from '../config/parsed-url.ts'
import type { Config } from '../config.ts'
import { escapeHtml } from '../plugins/page-head.ts'

/** What a frame is when nobody says how large it may be. */
const usual = { width: 960, height: 540 }
const cacheSeconds = 3600

/** 16:9, as large as both limits let it be. */
function sizeWithin({ maxwidth, maxheight }: Pick<OEmbedQuery, 'maxwidth' | 'maxheight'>) {
  const width = Math.min(
    maxwidth ?? usual.width,
    Math.floor(((maxheight ?? Number.POSITIVE_INFINITY) * 16) / 9),
    maxwidth === undefined && maxheight === undefined ? usual.width : 7680,
  )
  return { width: Math.max(1, width), height: Math.max(1, Math.round((width * 9) / 16)) }
}

const embedPath = (slug: string): string => `/embed/${encodeURIComponent(slug)}`

/** What another page puts where the film is to stand. */
function frameHtml(
  config: Config,
  { slug, title }: Pick<Video, 'slug' | 'title'>,
  size = usual,
): string {
  const src = publicUrlOf(config, embedPath(slug))
  const allow = 'autoplay; fullscreen; picture-in-picture; screen-wake-lock'
  return `<iframe src="${src}" width="${size.width}" height="${size.height}" title="${escapeHtml(title)}" allow="${allow}" style="border:0;max-width:100%;aspect-ratio:16/9"></iframe>`
}

/** A film as oEmbed tells of it. Its picture's address stays good, and is not signed. */
export function oEmbedOf(
  config: Config,
  video: Pick<Video, 'id' | 'slug' | 'title' | 'posterKey'>,
  siteName: string,
  limits: Pick<OEmbedQuery, 'maxwidth' | 'maxheight'>,
): OEmbed {
  const size = sizeWithin(limits)
  return {
    version: '1.0',
    type: 'video',
    title: video.title,
    provider_name: siteName,
    provider_url: publicUrlOf(config, '/'),
    cache_age: cacheSeconds,
    ...size,
    html: frameHtml(config, video, size),
    ...(video.posterKey !== null && {
      thumbnail_url: publicUrlOf(config, `/api/videos/${video.id}/poster`),
      thumbnail_width: 1280,
      thumbnail_height: 720,
    }),
  }
}

export const oEmbedXml = (answer: OEmbed): string =>
  [
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    '<oembed>',
    ...Object.entries(answer).map(
      ([name, value]) => `<${name}>${escapeHtml(String(value))}</${name}>`,
    ),
    '</oembed>',
    '',
  ].join('\n')

const filmPath = /^\/(?:watch|embed)\/([^/]+)\/?$/

/** The film that an address of ours names; null for any other address. */
export function filmAt(url: string, origins: readonly string[]): string | null {
  const { origin = '', pathname = '' } = parsedUrl(url) ?? {}
  const [, named] = filmPath.exec(pathname) ?? []
  if (!origins.includes(origin) || named === undefined) return null
  try {
    return decodeURIComponent(named)
  } catch {
    return null
  }
}
