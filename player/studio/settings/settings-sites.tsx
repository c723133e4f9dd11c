import { embedSitePattern } from '../../../contract/film-code.ts'
import type { SiteSettings } from '../../../contract/site.ts'
import { embedWords } from '../../../contract/words/embed.ts'
import { onlyErrors } from '../../ui/field-errors.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { SettingsSection } from './settings-section.tsx'

interface SitesProps {
  settings: SiteSettings
  onSaved(settings: SiteSettings): void
  onDiscard(settings: SiteSettings): void
}

/** As origins are written; an address that was copied from a browser loses its path. */
const tidy = (line: string): string => {
  const text = line.trim().toLowerCase()
  return URL.canParse(text) && !text.includes('*') ? new URL(text).origin : text.replace(/\/$/, '')
}

const sitesOf = (text = ''): string[] => [
  ...new Set(
    text
      .split(/\s+/)
      .map(tidy)
      .filter((line) => line !== ''),
  ),
]

const isSite = new RegExp(embedSitePattern)

/** Other sites that may show films in a frame. */
export function SitesPart(part: SitesProps) {
  return (
    <SettingsSection
      {...part}
      id="sites"
      heading={embedWords('sites')}
      labels={{ embedSites: embedWords('sites') }}
      check={({ embedSites }) => {
        const wrong = sitesOf(embedSites).find((line) => !isSite.test(line))
        return onlyErrors({
          embedSites: wrong === undefined ? undefined : embedWords('sitesWrong', { line: wrong }),
        })
      }}
      read={({ embedSites }) => ({ embedSites: sitesOf(embedSites) })}
    >
      {(field) => (
        <TextArea
          label={embedWords('sites')}
          {...field('embedSites')}
          defaultValue={part.settings.embedSites.join('\n')}
          rows={4}
          hint={embedWords('sitesHint')}
        />
      )}
    </SettingsSection>
  )
}
