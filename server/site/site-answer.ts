import type { Site } from '../../contract/site.ts'
import type { SiteValues } from '../settings/site-settings.ts'

/** Where the logo lies; another address with each new one. */
export const logoUrl = ({ logoVersion }: SiteValues): string | null =>
  logoVersion === null ? null : `/api/site/logo?v=${logoVersion}`

export const iconUrl = ({ logoVersion }: SiteValues): string | null =>
  logoVersion === null ? null : `/api/site/icon?v=${logoVersion}`

/** What everyone may know of the site. */
export const siteAnswer = (values: SiteValues): Site => {
  const { name, description, language, currency, address, legal } = values
  return {
    ...{ name, description, language, currency, address, logoUrl: logoUrl(values) },
    front: Object.keys(values.front as object).length > 0,
    // A page without a text is none.
    legal: legal.filter(hasText).map(({ slug, title }) => ({ slug, title })),
  }
}

export const hasText = ({ text }: { text: string }): boolean => text.trim() !== ''
