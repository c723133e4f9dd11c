import { useState } from 'preact/hooks'
import { currencies } from '../../contract/charge-limits.ts'
import type { SiteSettings, TestMail } from '../../contract/site.ts'
import { houseWords } from '../../contract/words/house.ts'
import { openingWords } from '../../contract/words/opening.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Failure } from '../ui/failure.tsx'
import { Field } from '../ui/field.tsx'
import { onlyErrors } from '../ui/field-errors.ts'
import { api } from '../ui/page-api.ts'
import { siteSaved } from '../ui/site.ts'
import { TextArea } from '../ui/text-area.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useTitle } from '../ui/use-title.ts'
import { Waiting } from '../ui/waiting.tsx'
import { LegalFields, legalDrafts, readLegal } from './settings-legal.tsx'
import { LogoPanel } from './settings-logo.tsx'
import { AccentFields, accentError } from './settings-look.tsx'
import { SettingsSection } from './settings-section.tsx'
import { StudioNav } from './studio-nav.tsx'

const languages = ['en', 'de', 'fr', 'es'] as const

interface PartProps {
  settings: SiteSettings
  onSaved(settings: SiteSettings): void
  onDiscard(settings: SiteSettings): void
}

/** What the site is called, how it looks, who runs it, and whom its mails are from. */
export function SettingsPage() {
  useTitle(houseWords('settings'))
  const loaded = useLoad('settings', (signal) =>
    api.get<SiteSettings>('/api/studio/settings', signal),
  )
  const [saved, setSaved] = useState<SiteSettings>()
  const [round, setRound] = useState(0)
  const settings = saved ?? loaded.value
  const keep = (stored: SiteSettings) => {
    setSaved(stored)
    siteSaved(stored)
  }
  const part = (now: SiteSettings): PartProps => ({
    settings: now,
    onSaved: keep,
    onDiscard: (stored) => {
      setSaved(stored)
      setRound(round + 1)
    },
  })
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{houseWords('settings')}</h1>
      {settings === undefined && loaded.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {loaded.status === 'failed' && settings === undefined && (
        <Failure
          what={houseWords('settingsFailed')}
          problem={loaded.problem}
          retry={loaded.retry}
        />
      )}
      {settings !== undefined && (
        <div class="settings" key={round}>
          <p>
            <a href="/studio/opening">{openingWords('settingsLink')}</a>
          </p>
          <Look {...part(settings)} />
          <LogoPanel settings={settings} onSaved={keep} />
          <Money {...part(settings)} />
          <Legal {...part(settings)} />
          <MailPart {...part(settings)} />
        </div>
      )}
    </div>
  )
}

function Look(part: PartProps) {
  const { settings } = part
  return (
    <SettingsSection
      {...part}
      id="look"
      heading={houseWords('look')}
      labels={{
        name: houseWords('name'),
        description: houseWords('description'),
        accentDark: houseWords('accentDark'),
        accentLight: houseWords('accentLight'),
      }}
      check={({ name = '', accentDark, accentLight }) =>
        onlyErrors({
          name:
            name.trim() === '' || name.trim().length > 60 ? houseWords('nameMissing') : undefined,
          accentDark: accentError(accentDark, 'dark'),
          accentLight: accentError(accentLight, 'light'),
        })
      }
      read={({ name = '', description = '', ownAccents, accentDark, accentLight }) => ({
        name: name.trim(),
        description: description.trim(),
        accentDark: ownAccents === 'on' ? (accentDark ?? null) : null,
        accentLight: ownAccents === 'on' ? (accentLight ?? null) : null,
      })}
    >
      {(field, errors) => (
        <>
          <Field label={houseWords('name')} {...field('name')} />
          <Field
            label={houseWords('description')}
            {...field('description')}
            hint={houseWords('descriptionHint')}
          />
          <AccentFields dark={settings.accentDark} light={settings.accentLight} errors={errors} />
        </>
      )}
    </SettingsSection>
  )
}

function Money(part: PartProps) {
  const known = new Set<string>([...languages, part.settings.language])
  const nameOf = (code: string) =>
    new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code
  return (
    <SettingsSection
      {...part}
      id="money"
      heading={houseWords('money')}
      labels={{ currency: houseWords('currency'), language: houseWords('language') }}
      read={({ currency, language }) => ({
        ...(currency !== undefined && { currency }),
        ...(language !== undefined && { language }),
      })}
    >
      {(field) => (
        <>
          <Choice
            label={houseWords('currency')}
            {...field('currency')}
            options={currencies.map((code) => [code, currencyName(code)])}
          />
          <Choice
            label={houseWords('language')}
            {...field('language')}
            options={[...known].map((code) => [code, nameOf(code)])}
          />
        </>
      )}
    </SettingsSection>
  )
}

const currencyName = (code: string): string => {
  const upper = code.toUpperCase()
  const name = new Intl.DisplayNames(undefined, { type: 'currency' }).of(upper)
  return name === undefined || name === upper ? upper : `${upper} · ${name}`
}

function Legal(part: PartProps) {
  const { legal } = part.settings
  return (
    <SettingsSection
      {...part}
      id="legal"
      heading={houseWords('legal')}
      labels={{ address: houseWords('address'), legal: houseWords('legal') }}
      read={(values) => ({
        address: (values.address ?? '').replaceAll('\r\n', '\n').trim(),
        legal: readLegal(legal, values),
      })}
    >
      {(field) => (
        <>
          <TextArea
            label={houseWords('address')}
            {...field('address')}
            rows={4}
            hint={houseWords('addressHint')}
          />
          {legalDrafts(legal).map((page) => (
            <LegalFields key={page.slug} {...page} />
          ))}
        </>
      )}
    </SettingsSection>
  )
}

function MailPart(part: PartProps) {
  const [sent, setSent] = useState('')
  async function test() {
    setSent('')
    const { to } = await api.post<TestMail>('/api/studio/settings/test-mail')
    setSent(houseWords('testSent', { to }))
  }
  return (
    <div class="settings-part">
      <SettingsSection
        {...part}
        id="mail"
        heading={houseWords('mail')}
        labels={{ mailName: houseWords('mailName'), mailAddress: houseWords('mailAddress') }}
        read={({ mailName = '', mailAddress = '' }) => ({
          mailName: mailName.trim() || null,
          mailAddress: mailAddress.trim() || null,
        })}
      >
        {(field) => (
          <>
            <Field
              label={houseWords('mailName')}
              {...field('mailName')}
              hint={houseWords('mailNameHint')}
            />
            <Field
              label={houseWords('mailAddress')}
              {...field('mailAddress')}
              type="email"
              hint={houseWords('mailAddressHint')}
            />
          </>
        )}
      </SettingsSection>
      <div class="actions">
        <ActionButton look="secondary" busy={houseWords('sendingTest')} act={test}>
          {houseWords('testMail')}
        </ActionButton>
        <a href="/studio/mails">{houseWords('mailsLink')}</a>
        <p class="small" role="status">
          {sent}
        </p>
      </div>
    </div>
  )
}
