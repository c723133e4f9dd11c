import type { Site } from '../../contract/site.ts'
import { defaultSite } from '../../contract/site-defaults.ts'

const nothingSaid: Site = { ...defaultSite, address: '', logoUrl: null, legal: [] }

function readSite(): Site {
  const text = document.getElementById('site')?.textContent
  if (!text) return nothingSaid
  try {
    return { ...nothingSaid, ...(JSON.parse(text) as Partial<Site>) }
  } catch {
    return nothingSaid
  }
}

let known: Site | undefined

/** What this site is called and who runs it, as the server wrote it into the page. */
export function site(): Site {
  known ??= readSite()
  return known
}
