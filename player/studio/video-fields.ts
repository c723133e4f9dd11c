import type { StudioVideo, VideoChange } from '../../contract/studio.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { type FieldErrors, onlyErrors } from '../ui/field-errors.ts'
import { site } from '../ui/site.ts'
import { chapterLines, readChapters } from './chapter-lines.ts'

/** Digits behind the point of a currency: 2 for usd, 0 for jpy. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2

/** An amount as it is typed: 399 usd → "3.99". */
export const typedAmount = (amount: number, currency: string): string =>
  (amount / 10 ** digitsOf(currency)).toFixed(digitsOf(currency))

/** Reads a typed amount, into the minor unit; undefined when it is none. */
export function readAmount(text: string, currency: string): number | undefined {
  const digits = digitsOf(currency)
  const typed = text.trim().replace(',', '.')
  const shape = digits === 0 ? /^\d{1,8}$/ : new RegExp(`^\\d{1,6}(\\.\\d{1,${digits}})?$`)
  if (!shape.test(typed)) return undefined
  const amount = Math.round(Number(typed) * 10 ** digits)
  return amount > 0 ? amount : undefined
}

/** The fields of the form, as they stand to begin with. */
export const fieldsOf = ({ title, slug, description, access, chapters }: StudioVideo) => ({
  title,
  slug,
  description,
  chapters: chapterLines(chapters),
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

const isCurrency = (code: string): boolean => {
  try {
    digitsOf(code)
    return /^[a-z]{3}$/.test(code)
  } catch {
    return false
  }
}

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
  const known = isCurrency(currency)
  const wrongAmount = (text: string) =>
    text.trim() !== '' && known && readAmount(text, currency) === undefined
      ? studioWords('wrongAmount')
      : undefined
  const wrongCount = (text: string, most: number) =>
    rent.trim() === '' || (/^[1-9]\d{0,3}$/.test(text.trim()) && Number(text) <= most)
      ? undefined
      : studioWords('wrongCount', { most })
  const read = readChapters(chapters)
  return onlyErrors({
    title: title.trim() === '' ? studioWords('titleMissing') : undefined,
    slug: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.trim()) ? undefined : studioWords('wrongLink'),
    currency: known ? undefined : studioWords('wrongCurrency'),
    rent: wrongAmount(rent),
    startDays: wrongCount(startDays, 365),
    watchHours: wrongCount(watchHours, 720),
    buy: wrongAmount(buy),
    teaserSeconds:
      teaserSeconds.trim() === '' || /^([1-9]\d{0,3})$/.test(teaserSeconds.trim())
        ? undefined
        : studioWords('wrongPreview'),
    chapters: typeof read === 'string' ? read : undefined,
  })
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
