import type { About } from '../../../contract/catalog.ts'
import type { StudioVideo, VideoChange } from '../../../contract/studio.ts'
import { saleWords } from '../../../contract/words/sale.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { type FieldErrors, onlyErrors } from '../../ui/field-errors.ts'
import { site } from '../../ui/site.ts'
import { isCharged, readAmount, typedAmount, wrongPrice } from '../parts/amounts.ts'
import { chapterLines, readChapters } from './chapter-lines.ts'

/** As a field for a day and a time has it, in the operator's own time zone, to the minute. */
export function localTime(time: string | null): string {
  if (time === null) return ''
  const at = new Date(time)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The fields of the form, as they stand to begin with. */
export const fieldsOf = ({ access, chapters, ...video }: StudioVideo) => ({
  title: video.title,
  slug: video.slug,
  description: video.description,
  visibility: video.visibility,
  publishAt: localTime(video.publishAt),
  announced: video.announced ? 'on' : '',
  alsoAv1: video.alsoAv1 === null ? '' : video.alsoAv1 ? 'yes' : 'no',
  chapters: chapterLines(chapters),
  year: video.about.year === null ? '' : String(video.about.year),
  ageRating: video.about.ageRating ?? '',
  people: video.about.people.join('\n'),
  categories: video.about.categories.join(', '),
  tags: video.about.tags.join(', '),
  countries: video.about.countries.join(', '),
  languages: video.about.languages.join(', '),
  free: access.free,
  planIds: access.planIds,
  currency: access.rent?.currency ?? access.buy?.currency ?? site().currency,
  rent: access.rent === null ? '' : typedAmount(access.rent.amount, access.rent.currency),
  startDays: String(access.rent?.startDays ?? 30),
  watchHours: String(access.rent?.watchHours ?? 48),
  buy: access.buy === null ? '' : typedAmount(access.buy.amount, access.buy.currency),
  teaserSeconds: access.teaserSeconds === null ? '' : String(access.teaserSeconds),
})

export type FormValues = Record<string, string>

/** What stands in the way of saving, by field. */
export function checkFields(values: FormValues): FieldErrors {
  const {
    title = '',
    slug = '',
    rent = '',
    startDays = '',
    watchHours = '',
    buy = '',
    currency = '',
    teaserSeconds = '',
    chapters = '',
  } = values
  const wrongCount = (text: string, most: number) =>
    rent.trim() === '' || (/^[1-9]\d{0,3}$/.test(text.trim()) && Number(text) <= most)
      ? undefined
      : studioWords('wrongCount', { most })
  const read = readChapters(chapters)
  return onlyErrors({
    title: title.trim() === '' ? studioWords('titleMissing') : undefined,
    slug: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.trim()) ? undefined : studioWords('wrongLink'),
    currency: isCharged(currency) ? undefined : saleWords('wrongCurrency'),
    rent: wrongPrice(rent, currency),
    startDays: wrongCount(startDays, 365),
    watchHours: wrongCount(watchHours, 720),
    buy: wrongPrice(buy, currency),
    teaserSeconds:
      teaserSeconds.trim() === '' || /^([1-9]\d{0,3})$/.test(teaserSeconds.trim())
        ? undefined
        : studioWords('wrongPreview'),
    chapters: typeof read === 'string' ? read : undefined,
    year: /^((18[89]|19\d|20\d|21\d)\d)?$/.test((values.year ?? '').trim())
      ? undefined
      : studioWords('wrongYear'),
  })
}

/** What stands between commas or on lines of their own, each once. */
export const namesIn = (text = ''): string[] => [
  ...new Set(
    text
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

const aboutOf = (values: FormValues): About => ({
  year: values.year?.trim() ? Number(values.year) : null,
  ageRating: values.ageRating?.trim() || null,
  people: namesIn(values.people),
  categories: namesIn(values.categories),
  tags: namesIn(values.tags),
  countries: namesIn(values.countries),
  languages: namesIn(values.languages),
})

/** How it is found, when it goes on show, and what is made of it, where that is asked for otherwise. */
function publishingOf(video: StudioVideo, values: FormValues): VideoChange {
  const before = fieldsOf(video)
  const { visibility = before.visibility, publishAt = before.publishAt } = values
  const { alsoAv1 = before.alsoAv1 } = values
  const announced = values.announced === 'on'
  return {
    ...(!video.published && announced !== video.announced && { announced }),
    ...(visibility !== before.visibility && {
      visibility: visibility === 'unlisted' ? 'unlisted' : 'public',
    }),
    ...(publishAt !== before.publishAt && {
      publishAt: publishAt === '' ? null : new Date(publishAt).toISOString(),
    }),
    ...(alsoAv1 !== before.alsoAv1 && { alsoAv1: alsoAv1 === '' ? null : alsoAv1 === 'yes' }),
  }
}

/** The change that the form asks for; its fields are right. */
export function changeOf(video: StudioVideo, values: FormValues): VideoChange {
  const { title = '', description = '', rent = '', buy = '', currency = '' } = values
  const chapters = readChapters(values.chapters ?? '')
  const rentAmount = readAmount(rent, currency)
  const buyAmount = readAmount(buy, currency)
  const teaser = Number(values.teaserSeconds ?? '')
  const plans = Object.keys(values).filter((name) => name.startsWith('plan:'))
  return {
    ...publishingOf(video, values),
    about: aboutOf(values),
    title: title.trim(),
    slug: (values.slug ?? video.slug).trim(),
    description: description.trim(),
    chapters: typeof chapters === 'string' ? video.chapters : chapters,
    access: {
      free: values.free === 'on',
      planIds: plans.map((name) => name.slice('plan:'.length)),
      rent:
        rentAmount === undefined
          ? null
          : {
              ...{ amount: rentAmount, currency },
              startDays: Number(values.startDays ?? 30),
              watchHours: Number(values.watchHours ?? 48),
            },
      buy: buyAmount === undefined ? null : { amount: buyAmount, currency },
      teaserSeconds: teaser > 0 ? teaser : null,
    },
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Of a change, what is not so already: what nobody touched is not sent. */
export function touchedOf(video: StudioVideo, change: VideoChange): VideoChange {
  const changed = (wanted: object, stored: object) =>
    Object.fromEntries(
      Object.entries(wanted).filter(
        ([name, value]) => !isSame(value, (stored as Record<string, unknown>)[name]),
      ),
    )
  const { access = {}, about = {}, ...rest } = change
  const ofAccess = changed(
    { ...access, ...(access.planIds && { planIds: access.planIds.toSorted() }) },
    video.access,
  )
  const ofAbout = changed(about, video.about)
  return {
    ...changed(rest, video),
    ...(Object.keys(ofAccess).length > 0 && { access: ofAccess }),
    ...(Object.keys(ofAbout).length > 0 && { about: ofAbout }),
  }
}

/** What somebody else has made of the film's fields since, by the names of the fields. */
export function changedFields(before: StudioVideo, now: StudioVideo): string[] {
  const [was, is] = [fieldsOf(before), fieldsOf(now)]
  return (Object.keys(was) as (keyof typeof was)[]).filter((name) => !isSame(was[name], is[name]))
}
