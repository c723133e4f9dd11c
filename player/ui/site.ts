import { useEffect, useState } from 'preact/hooks'
import type { Site, SiteSettings } from '../../contract/site.ts'
import { defaultSite } from '../../contract/site-defaults.ts'
import { readBlock } from './read-block.ts'

const nothingSaid: Site = { ...defaultSite, address: '', logoUrl: null, front: false, legal: [] }

let known: Site | undefined
const readers = new Set<(site: Site) => void>()

/** What this site is called and who runs it, as the server wrote it into the page. */
export function site(): Site {
  known ??= { ...nothingSaid, ...readBlock<Partial<Site>>('site') }
  return known
}

/** The same, for what is drawn anew when its operator has just set something else on this page. */
export function useSite(): Site {
  const [shown, setShown] = useState(site)
  useEffect(() => {
    readers.add(setShown)
    return () => {
      readers.delete(setShown)
    }
  }, [])
  return shown
}

/** Has this page show what was just saved: the name, the footer, the colours. */
export function siteSaved(settings: SiteSettings): void {
  const { name, description, language, currency, address, logoUrl, legal, version } = settings
  const shown = legal.filter(({ text }) => text.trim() !== '')
  known = {
    ...{ name, description, language, currency, address, logoUrl },
    front: site().front,
    legal: shown.map(({ slug, title }) => ({ slug, title })),
  }
  const before = document.querySelector('link[href^="/look.css"]')
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = `/look.css?v=${version}`
  // Until it has come, what was there holds.
  sheet.addEventListener('load', () => before?.remove())
  document.head.append(sheet)
  for (const reader of readers) reader(known)
}
