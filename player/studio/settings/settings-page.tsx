import { useState } from 'preact/hooks'
import type { SiteSettings, TestMail } from '../../../contract/site.ts'
import { languageName } from '../../../contract/words/format.ts'
import { languages } from '../../../contract/words/languages.ts'
import { openingWords } from '../../../contract/words/opening.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { onlyErrors } from '../../ui/field-errors.ts'
import { api } from '../../ui/page-api.ts'
import { siteSaved } from '../../ui/site.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { currencyOptions } from '../parts/currency-choice.tsx'
import { useMay } from '../parts/may.ts'
import { StudioNav } from '../studio-nav.tsx'
import { LegalFields, legalDrafts, readLegal } from './settings-legal.tsx'
import { LogoPanel } from './settings-logo.tsx'
import { AccentFields, accentError } from './settings-look.tsx'
import { SettingsSection } from './settings-section.tsx'
import { SitesPart } from './settings-sites.tsx'

interface PartProps {
  settings: SiteSettings
  onSaved(settings: SiteSettings): void
  onDiscard(settings: SiteSettings): void
}

/** What the site is called, how it looks, who runs it, and whom its mails are from. */
export function SettingsPage() {
  useTitle(settingsWords('settings'))
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
      <h1>{settingsWords('settings')}</h1>
      {settings === undefined && loaded.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {loaded.status === 'failed' && settings === undefined && (
        <Failure
          what={settingsWords('settingsFailed')}
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
          <SitesPart {...part(settings)} />
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
      heading={settingsWords('look')}
      labels={{
        name: settingsWords('name'),
        description: settingsWords('description'),
        accentDark: settingsWords('accentDark'),
        accentLight: settingsWords('accentLight'),
      }}
      check={({ name = '', accentDark, accentLight }) =>
        onlyErrors({
          name:
            name.trim() === '' || name.trim().length > 60
              ? settingsWords('nameMissing')
              : undefined,
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
          <Field label={settingsWords('name')} {...field('name')} />
          <Field
            label={settingsWords('description')}
            {...field('description')}
            hint={settingsWords('descriptionHint')}
          />
          <AccentFields dark={settings.accentDark} light={settings.accentLight} errors={errors} />
        </>
      )}
    </SettingsSection>
  )
}

function Money(part: PartProps) {
  const mayThey = useMay()
  const known = new Set<string>([...Object.keys(languages), part.settings.language])
  return (
    <SettingsSection
      {...part}
      id="money"
      heading={settingsWords('money')}
      labels={{ currency: settingsWords('currency'), language: settingsWords('language') }}
      read={({ currency, language }) => ({
        ...(currency !== undefined && { currency }),
        ...(language !== undefined && { language }),
      })}
    >
      {(field) => (
        <>
          {mayThey('sale') && (
            <Choice
              label={settingsWords('currency')}
              {...field('currency')}
              options={currencyOptions()}
            />
          )}
          <Choice
            label={settingsWords('language')}
            {...field('language')}
            options={[...known].map((code) => [code, languageName(code)])}
          />
        </>
      )}
    </SettingsSection>
  )
}

function Legal(part: PartProps) {
  const { legal } = part.settings
  return (
    <SettingsSection
      {...part}
      id="legal"
      heading={settingsWords('legal')}
      labels={{ address: settingsWords('address'), legal: settingsWords('legal') }}
      read={(values) => ({
        address: (values.address ?? '').replaceAll('\r\n', '\n').trim(),
        legal: readLegal(legal, values),
      })}
    >
      {(field) => (
        <>
          <TextArea
            label={settingsWords('address')}
            {...field('address')}
            rows={4}
            hint={settingsWords('addressHint')}
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
    setSent(settingsWords('testSent', { to }))
  }
  return (
    <div class="settings-part">
      <SettingsSection
        {...part}
        id="mail"
        heading={settingsWords('mail')}
        labels={{ mailName: settingsWords('mailName'), mailAddress: settingsWords('mailAddress') }}
        read={({ mailName = '', mailAddress = '' }) => ({
          mailName: mailName.trim() || null,
          mailAddress: mailAddress.trim() || null,
        })}
      >
        {(field) => (
          <>
            <Field
              label={settingsWords('mailName')}
              {...field('mailName')}
              hint={settingsWords('mailNameHint')}
            />
            <Field
              label={settingsWords('mailAddress')}
              {...field('mailAddress')}
              type="email"
              hint={settingsWords('mailAddressHint')}
            />
          </>
        )}
      </SettingsSection>
      <div class="actions">
        <ActionButton look="secondary" busy={settingsWords('sendingTest')} act={test}>
          {settingsWords('testMail')}
        </ActionButton>
        <a href="/studio/mails">{settingsWords('mailsLink')}</a>
        <p class="small" role="status">
          {sent}
        </p>
      </div>
    </div>
  )
}
