/** Films on other sites' pages: oEmbed, and how a viewer who is signed in here watches there. */
import { type Static, Type } from 'typebox'
import { Input, OneOf, Uuid } from './common.ts'
import { embedSitePattern } from './film-code.ts'

/** As browsers write it: `https://blog.example`, with a port where it is not the scheme's own. */
const originPattern = '^https?://[a-z0-9.-]+(:[0-9]{1,5})?$'

/** One of the sites that films may be shown on: an origin, one with `*.` for its subdomains, or `*`. */
export const EmbedSite = Type.String({
  maxLength: 260,
  pattern: embedSitePattern,
  description: 'https://blog.example, https://*.blog.example, or * for all sites',
})
export const EmbedSites = Type.Array(EmbedSite, {
  maxItems: 50,
  description: 'Sites whose pages may show films in a frame, beside this one.',
})

export const OEmbedQuery = Type.Object({
  url: Type.String({ maxLength: 2000, description: 'Of a film’s page.' }),
  format: OneOf(['json', 'xml'], { default: 'json' }),
  maxwidth: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  maxheight: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type OEmbedQuery = Static<typeof OEmbedQuery>

/** https://oembed.com, 2.3.4.2 */
export const OEmbed = Type.Object(
  {
    version: Type.Literal('1.0'),
    type: Type.Literal('video'),
    title: Type.String(),
    provider_name: Type.String(),
    provider_url: Type.String(),
    cache_age: Type.Integer({ description: 'Seconds.' }),
    width: Type.Integer(),
    height: Type.Integer(),
    html: Type.String({ description: 'A frame with the player.' }),
    thumbnail_url: Type.Optional(Type.String()),
    thumbnail_width: Type.Optional(Type.Integer()),
    thumbnail_height: Type.Optional(Type.Integer()),
  },
  { title: 'OEmbed' },
)
export type OEmbed = Static<typeof OEmbed>

export const EmbedParams = Type.Object({ idOrSlug: Type.String({ minLength: 1, maxLength: 200 }) })
export const EmbedQuery = Type.Object({
  autoplay: Type.Optional(OneOf(['0', '1'])),
})

export const CodeBody = Input({
  videoId: Uuid,
  origin: Type.String({ pattern: originPattern, description: 'Of the page that gets the code.' }),
})
export type CodeBody = Static<typeof CodeBody>

const expiresInSeconds = Type.Integer()

/** What a page of ours hands to the one that opened it. */
export const FilmCode = Type.Object(
  { code: Type.String(), expiresInSeconds },
  { title: 'FilmCode', description: 'To be exchanged at once, by a page of `origin`.' },
)
export type FilmCode = Static<typeof FilmCode>

export const TokenBody = Input({ code: Type.String({ minLength: 1, maxLength: 2000 }) })
export type TokenBody = Static<typeof TokenBody>

export const FilmToken = Type.Object(
  { token: Type.String(), expiresInSeconds },
  {
    title: 'FilmToken',
    description: `Sent as "Authorization: Bearer" it stands for its viewer where one film is concerned:
to open its playback, keep its position, and stop another device in its favour. It ends with the
sign-in that it came from.`,
  },
)
export type FilmToken = Static<typeof FilmToken>
