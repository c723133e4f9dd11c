import { useState } from 'preact/hooks'
import type { OEmbed } from '../../../contract/embed.ts'
import type { SiteSettings } from '../../../contract/site.ts'
import type { StudioVideo } from '../../../contract/studio.ts'
import { embedWords } from '../../../contract/words/embed.ts'
import { Button } from '../../ui/button.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useMay } from '../parts/may.ts'

/** The film's link and the code that shows it on another site's page. */
export function ShareVideo({ video }: { video: StudioVideo }) {
  const { slug, published } = video
  const watch = new URL(`/watch/${slug}`, location.origin).href
  // Where it may be shown is for those to see who can change it.
  const maySettings = useMay()('site')
  const settings = useLoad(maySettings ? 'settings' : null, (signal) =>
    api.get<SiteSettings>('/api/studio/settings', signal),
  )
  const told = useLoad(published ? slug : null, (signal) =>
    api.get<OEmbed>(`/oembed?${new URLSearchParams({ url: watch })}`, signal),
  )
  return (
    <section class="panel" aria-labelledby="share">
      <h2 id="share">{embedWords('share')}</h2>
      {!published && <p class="small">{embedWords('notPublished')}</p>}
      <CopyField label={embedWords('link')} text={watch} />
      {told.value !== undefined && <CopyField label={embedWords('code')} text={told.value.html} />}
      {maySettings && (
        <p class="small">
          {settings.value !== undefined && `${allowed(settings.value.embedSites)} `}
          <a href="/studio/settings#sites">{embedWords('change')}</a>
        </p>
      )}
    </section>
  )
}

function allowed(sites: readonly string[]): string {
  if (sites.length === 0) return embedWords('allowedNone')
  return sites.includes('*')
    ? embedWords('allowedAll')
    : embedWords('allowed', { sites: sites.join(', ') })
}

export function CopyField({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(embedWords('copied'))
    } catch {
      setSaid(embedWords('copyFailed'))
    }
  }
  return (
    <div class="field">
      <label>
        {label}
        <textarea
          class="copied-text"
          readOnly
          rows={text.length > 80 ? 4 : 2}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div class="actions">
        <Button look="secondary" onClick={() => void copy()}>
          {embedWords('copy')}
        </Button>
        <p class="small" role="status">
          {said}
        </p>
      </div>
    </div>
  )
}
