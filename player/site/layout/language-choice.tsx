import { type Language, languages } from '../../../contract/words/languages.ts'
import { siteWords } from '../../../contract/words/site.ts'
import type { MatineePlayer } from '../../element/define.ts'
import { chooseLanguage, pageLanguage } from '../../ui/language.ts'
import { api } from '../../ui/page-api.ts'
import { useSession } from '../../ui/session.ts'

/** Each language by its own name, for those who cannot read the one that is shown. */
export function LanguageChoice() {
  const session = useSession()
  const tell = async (language: Language) =>
    session.status === 'signed-in' &&
    api.request('PATCH', '/api/me/preferences', { body: { language } })
  return (
    <label class="language-choice">
      <span class="unseen">{siteWords('language')}</span>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="9" />
        <path d="M3 12h18M12 3c3 2.7 4 5.8 4 9s-1 6.300-4 9c-3-2.700-4-5.800-4-9s1-6.300 4-9z" />
      </svg>
      <select
        value={pageLanguage()}
        onChange={(event) => {
          goOnPlaying()
          void chooseLanguage(event.currentTarget.value as Language, tell)
        }}
      >
        {Object.entries(languages).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A film that plays goes on from here once the page is shown anew, also for strangers, whose place is not kept. */
function goOnPlaying(): void {
  const player = document.querySelector<MatineePlayer>('matinee-player')
  if (player?.getAttribute('state') !== 'playing') return
  const here = new URL(location.href)
  here.searchParams.set('t', String(Math.floor(player.video.currentTime)))
  here.searchParams.set('play', '1')
  history.replaceState(history.state, '', here)
}
