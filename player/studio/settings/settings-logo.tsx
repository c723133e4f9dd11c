import { useRef, useState } from 'preact/hooks'
import type { SiteSettings } from '../../../contract/site.ts'
import { largestLogoBytes, logoTypes } from '../../../contract/site-defaults.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { api } from '../../ui/page-api.ts'
import { toProblem } from '../../ui/problem.ts'

const path = '/api/studio/settings/logo'

interface LogoPanelProps {
  settings: SiteSettings
  onSaved(settings: SiteSettings): void
}

/** The picture beside the site's name and in the tab. */
export function LogoPanel({ settings, onSaved }: LogoPanelProps) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function send(file: File) {
    setBusy(true)
    try {
      onSaved(await api.request<SiteSettings>('PUT', path, { file }))
    } catch (error) {
      setProblem(toProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  async function upload(file: File | undefined) {
    if (file === undefined) return
    const isTooLarge = file.size > largestLogoBytes
    setProblem(isTooLarge ? settingsWords('logoTooLarge') : undefined)
    if (!isTooLarge) await send(file)
    if (input.current !== null) input.current.value = ''
  }
  async function remove() {
    onSaved(await api.request<SiteSettings>('DELETE', path))
  }
  return (
    <section class="panel" aria-labelledby="logo">
      <h2 id="logo">{settingsWords('logo')}</h2>
      {settings.logoUrl !== null && (
        <img class="logo-now" src={settings.logoUrl} alt={settingsWords('logoNow')} />
      )}
      <p class="small">{settingsWords('logoHint')}</p>
      <input
        ref={input}
        class="drop-input"
        type="file"
        accept={logoTypes.join(',')}
        aria-label={settingsWords('chooseLogo')}
        onChange={(event) => void upload(event.currentTarget.files?.[0])}
      />
      <div class="actions">
        <Button
          look="secondary"
          busy={busy && settingsWords('uploading')}
          onClick={() => input.current?.click()}
        >
          {settingsWords('chooseLogo')}
        </Button>
        {settings.logoUrl !== null && (
          <ActionButton look="quiet" busy={settingsWords('removing')} act={remove}>
            {settingsWords('removeLogo')}
          </ActionButton>
        )}
      </div>
      {problem !== undefined && (
        <p class="action-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
