import { useState } from 'preact/hooks'
import {
  grounds,
  inkOn,
  leastContrast,
  type Theme,
  worstContrast,
} from '../../../contract/colours.ts'
import { settingsWords } from '../../../contract/words/settings.ts'

const usual = { dark: '#f0a35e', light: '#92490c' } as const
const inks = { dark: '#f6f1eb', light: '#1d1815' } as const

interface AccentProps {
  theme: Theme
  name: string
  value: string
  error: string | undefined
  onPick(colour: string): void
}

const isReadable = (colour: string, theme: Theme) => worstContrast(colour, theme) >= leastContrast

/** What is wrong with an accent colour; undefined when it can be read. */
export const accentError = (colour: string | undefined, theme: Theme): string | undefined =>
  colour === undefined || colour === '' || isReadable(colour, theme)
    ? undefined
    : settingsWords('contrast', { ratio: worstContrast(colour, theme) })

function AccentField({ theme, name, value, error, onPick }: AccentProps) {
  const ratio = worstContrast(value, theme)
  const said =
    error ?? settingsWords(isReadable(value, theme) ? 'contrastFine' : 'contrast', { ratio })
  const wrong = error !== undefined || !isReadable(value, theme)
  return (
    <div class={`field${wrong ? ' field-wrong' : ''}`}>
      <label for={`accent-${theme}`}>
        {settingsWords(theme === 'dark' ? 'accentDark' : 'accentLight')}
      </label>
      <input
        id={`accent-${theme}`}
        class="colour"
        type="color"
        name={name}
        value={value}
        aria-describedby={`accent-${theme}-said`}
        aria-invalid={wrong ? 'true' : undefined}
        onInput={(event) => onPick(event.currentTarget.value)}
      />
      <p class={wrong ? 'field-error' : 'field-hint'} id={`accent-${theme}-said`} role="status">
        {said}
      </p>
    </div>
  )
}

interface AccentsProps {
  dark: string | null
  light: string | null
  errors: Readonly<Record<string, string>>
}

/** The accent colour of each theme, with how it will look; switched off, our own holds. */
export function AccentFields({ dark, light, errors }: AccentsProps) {
  const [own, setOwn] = useState(dark !== null || light !== null)
  const [picked, setPicked] = useState({ dark: dark ?? usual.dark, light: light ?? usual.light })
  const shown = own ? picked : usual
  return (
    <>
      <div class="check">
        <input
          type="checkbox"
          id="own-accents"
          name="ownAccents"
          checked={own}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
        <label for="own-accents">{settingsWords('ownAccents')}</label>
      </div>
      {own && (
        <div class="prices">
          <AccentField
            theme="dark"
            name="accentDark"
            value={picked.dark}
            error={errors.accentDark}
            onPick={(colour) => setPicked({ ...picked, dark: colour })}
          />
          <AccentField
            theme="light"
            name="accentLight"
            value={picked.light}
            error={errors.accentLight}
            onPick={(colour) => setPicked({ ...picked, light: colour })}
          />
        </div>
      )}
      <div class="look-preview" role="img" aria-label={settingsWords('preview')}>
        {(['dark', 'light'] as const).map((theme) => (
          <div key={theme} style={{ background: grounds[theme][0], color: inks[theme] }}>
            <span>{settingsWords(theme)}</span>
            <span
              class="look-button"
              style={{ background: shown[theme], color: inkOn(shown[theme]) }}
            >
              {settingsWords('previewButton')}
            </span>
            <span class="look-link" style={{ color: shown[theme] }}>
              {settingsWords('previewLink')}
            </span>
          </div>
        ))}
      </div>
    </>
  )
}
