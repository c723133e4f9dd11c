import type { About } from '../../contract/catalog.ts'
import type { Video } from '../clients/prisma/client.ts'
import type { Config } from '../config.ts'
import type { PageHead } from '../plugins/page-head.ts'
import type { SiteValues } from '../settings/site-settings.ts'
import { aboutOf } from './about.ts'

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
function aboutWords({ year, ageRating, people, categories, countries, languages }: About) {
  const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)
  const known = {
    dateCreated: year === null ? undefined : String(year),
    contentRating: ageRating ?? undefined,
    contributor: some(people.map((name) => ({ '@type': 'Person', name }))),
    genre: some(categories),
    countryOfOrigin: some(countries.map((name) => ({ '@type': 'Country', name }))),
    inLanguage: some(languages),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}

/** The head of a film's page, with what search engines ask for of a film that is paid for. */
export function videoHead(
  config: Config,
  video: Video,
  site: Pick<SiteValues, 'name' | 'description'>,
): Omit<PageHead, 'site'> {
  const canonical = publicUrlOf(config, `/watch/${encodeURIComponent(video.slug)}`)
  const description = video.description.slice(0, longestDescription) || site.description
  const poster = `/api/videos/${video.id}/poster`
  const pictureUrl = video.posterKey === null ? undefined : publicUrlOf(config, poster)
  const { free, publishedAt, durationSeconds } = video
  return {
    title: `${video.title} · ${site.name}`,
    description,
    canonical,
    listed: video.published && video.visibility === 'public',
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
