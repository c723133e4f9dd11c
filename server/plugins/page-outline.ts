import { escapeHtml, type PageHead } from './page-head.ts'

const brandPattern = /(<a class="brand"[^>]*>)(<svg[\s\S]*?<\/svg>)<span>[^<]*<\/span>/

/** What is seen while the page's code comes: whose site it is, and of a film its poster and title. */
export function writeOutline(template: string, { site, video }: PageHead): string {
  const brand = (_all: string, link: string, mark: string) => {
    const { name = '', logoUrl = null } = site?.site ?? {}
    const logo = logoUrl && `<img class="brand-logo" src="${escapeHtml(logoUrl)}" alt="" />`
    return `${link}${logo ?? mark}<span>${escapeHtml(name)}</span>`
  }
  const page = site === undefined ? template : template.replace(brandPattern, brand)
  if (video === undefined) return page
  const { title, posterUrl, posterSizes } = video
  const choice = posterSizes.map(({ url, width }) => `${url} ${width}w`).join(', ')
  const sizes = choice && ` srcset="${escapeHtml(choice)}" sizes="100vw"`
  const picture =
    posterUrl === null
      ? ''
      : `<img${sizes} src="${escapeHtml(posterUrl)}" alt="" crossorigin="anonymous" width="640" height="360" fetchpriority="high" decoding="async" />`
  const outline = `<div class="watch" aria-busy="true"><div class="stage"><div class="screen"><span class="player-poster">${picture}</span></div></div><div class="watch-text"><div class="watch-about"><h1>${escapeHtml(title)}</h1></div></div></div>`
  return page.replace('<main id="content">', (main) => main + outline)
}
