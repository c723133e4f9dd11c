import type { SiteHead } from '../plugins/page-head.ts'
import type { SiteValues } from '../settings/site-settings.ts'
import { iconUrl, siteAnswer } from './site-answer.ts'

/** What every page says of the site, as it is set now. */
export const siteHead = (values: SiteValues): SiteHead => ({
  site: siteAnswer(values),
  lookUrl:
    values.accentDark === null && values.accentLight === null
      ? null
      : `/look.css?v=${values.version}`,
  iconUrl: iconUrl(values),
})
