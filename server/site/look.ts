import { inkOn } from '../../contract/colours.ts'
import type { SiteValues } from '../settings/site-settings.ts'
import { iconUrl } from './site-answer.ts'

const rules = (accent: string, hover: string) =>
  `--accent:${accent};--accent-text:${accent};--on-accent:${inkOn(accent)};` +
  `--accent-hover:color-mix(in srgb,${accent} 85%,${hover})`

/** The operator's colours, over those of the pages' own style sheet. */
export function lookCss({ accentDark, accentLight }: SiteValues): string {
  const dark = accentDark === null ? '' : `:root:root{${rules(accentDark, '#fff')}}\n`
  // Under the dark theme's rule, which names no theme, the light one keeps its own colour.
  const own = '--accent:#f0a35e;--accent-text:#92490c;--on-accent:#1b1108;--accent-hover:#e8934a'
  if (accentLight === null && accentDark === null) return ''
  const light = accentLight === null ? own : rules(accentLight, '#000')
  return `${dark}:root:root[data-theme="light"]{${light}}\n`
}

/** The web app manifest: what the site is called and looks like on a home screen. */
export const manifest = (values: SiteValues) => {
  const icon = iconUrl(values)
  return {
    name: values.name,
    short_name: values.name,
    description: values.description,
    start_url: '/',
    display: 'standalone',
    background_color: '#100e0d',
    theme_color: '#100e0d',
    icons:
      icon === null
        ? [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }]
        : [{ src: icon, sizes: '512x512', type: 'image/png' }],
  }
}
