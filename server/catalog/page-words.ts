import type { About } from '../../contract/catalog.ts'
import type { Video } from '../clients/prisma/client.ts'
import type { Config } from '../config.ts'
import type { PageHead } from '../plugins/page-head.ts'
import type { SiteValues } from '../settings/site-settings.ts'
import { aboutOf } from './about.ts'
import type { Series } from './collections.ts'
import type { PlaceInCollection } from './place-in-collection.ts'
import { lastingPoster } from './poster-url.ts'

export const publicUrlOf = ({ PUBLIC_URL }: Config, path: string): string =>
  new URL(path, PUBLIC_URL).href

/** Search engines cut longer ones. */
const longestDescription = 300

/** Seconds as ISO 8601 writes a duration: `PT1H2M3S` */
function isoDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return `PT${hours}H${minutes}M${whole % 60}S`
}

/** What is known of a film, in schema.org's words. */
function aboutWords({ year, ageRating, people, categories, tags, countries, languages }: About) {
  const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)
  const known = {
    dateCreated: year === null ? undefined : String(year),
    contentRating: ageRating ?? undefined,
    contributor: some(people.map((name) => ({ '@type': 'Person', name }))),
    genre: some(categories),
    keywords: some(tags),
    countryOfOrigin: some(countries.map((name) => ({ '@type': 'Country', name }))),
    inLanguage: some(languages),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}

/** An episode, as the film's page and the series' tell of it. */
const episodeWords = (number: number | null, name: string) => ({
  '@type': 'TVEpisode',
  name,
  ...(number === null ? {} : { episodeNumber: number }),
})

const collectionUrl = (config: Config, slug: string) =>
  publicUrlOf(config, `/collections/${encodeURIComponent(slug)}`)

function inSeries(config: Config, title: string, place: PlaceInCollection | null) {
  if (place?.season === undefined || place.season === null) return {}
  const { season, seasonTitle, episode } = place
  return {
    encodesCreativeWork: {
      ...episodeWords(episode, title),
      partOfSeason: {
        '@type': 'TVSeason',
        seasonNumber: season,
        ...(seasonTitle ? { name: seasonTitle } : {}),
      },
      partOfSeries: {
        ...{ '@type': 'TVSeries', name: place.title },
        url: collectionUrl(config, place.slug),
      },
    },
  }
}

/** A series, its seasons and their episodes, in schema.org's words. */
export function seriesData(config: Config, series: Series) {
  const { slug, title, description, seasons, videos } = series
  const urlOf = (one: string) => publicUrlOf(config, `/watch/${encodeURIComponent(one)}`)
  const episodes = videos.filter(({ season }) => season !== null)
  const ofSeason = (number: number) => episodes.filter(({ season }) => season === number)
  const trailer = videos.find(({ kind }) => kind === 'trailer')?.video
  const shown = seasons.filter(({ number }) => ofSeason(number).length > 0)
  return {
    '@context': 'https://schema.org',
    '@type': 'TVSeries',
    name: title,
    ...(description === '' ? {} : { description }),
    url: collectionUrl(config, slug),
    numberOfSeasons: shown.length,
    numberOfEpisodes: episodes.length,
    containsSeason: shown.map(({ number, title }) => ({
      '@type': 'TVSeason',
      seasonNumber: number,
      ...(title === '' ? {} : { name: title }),
      numberOfEpisodes: ofSeason(number).length,
      episode: ofSeason(number).map(({ episode, video }) => ({
        ...episodeWords(episode, video.title),
        url: urlOf(video.slug),
      })),
    })),
    ...(trailer === undefined
      ? {}
      : { trailer: { '@type': 'VideoObject', name: trailer.title, url: urlOf(trailer.slug) } }),
  }
}

/** The head of a film's page, with what search engines ask for of a film that is paid for. */
export function videoHead(
  config: Config,
  video: Video,
  site: Pick<SiteValues, 'name' | 'description'>,
  place: PlaceInCollection | null,
): Omit<PageHead, 'site'> {
  const canonical = publicUrlOf(config, `/watch/${encodeURIComponent(video.slug)}`)
  const description = video.description.slice(0, longestDescription) || site.description
  const poster = lastingPoster(video)
  const pictureUrl = poster.posterUrl === null ? undefined : publicUrlOf(config, poster.posterUrl)
  const { id, slug, title, free, publishedAt, durationSeconds } = video
  return {
    title: `${title} · ${site.name}`,
    video: { id, slug, title, ...poster },
    description,
    canonical,
    listed: video.published && video.visibility === 'public' && video.archivedAt === null,
    ...(pictureUrl === undefined ? {} : { pictureUrl }),
    oEmbedUrl: publicUrlOf(config, `/oembed?${new URLSearchParams({ url: canonical })}`),
    data: {
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: video.title,
      description,
      url: canonical,
      embedUrl: publicUrlOf(config, `/embed/${encodeURIComponent(video.slug)}`),
      ...(pictureUrl === undefined ? {} : { thumbnailUrl: pictureUrl }),
      ...(publishedAt === null ? {} : { uploadDate: publishedAt.toISOString() }),
      ...(durationSeconds === null ? {} : { duration: isoDuration(durationSeconds) }),
      ...aboutWords(aboutOf(video)),
      ...inSeries(config, video.title, place),
      isAccessibleForFree: free,
      ...(free
        ? {}
        : {
            hasPart: {
              '@type': 'WebPageElement',
              isAccessibleForFree: false,
              cssSelector: '.stage',
            },
          }),
    },
  }
}
