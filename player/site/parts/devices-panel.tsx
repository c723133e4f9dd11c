import { useLocation } from 'preact-iso/router'
import type { Device, Devices } from '../../../contract/accounts.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { day, deviceName } from '../../../contract/words/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { signOutEverywhere } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { Waiting } from '../../ui/waiting.tsx'

/** Where one is signed in and what plays there, each with its end. */
export function DevicesPanel() {
  const { route } = useLocation()
  const listed = useLoad('devices', (signal) => api.get<Devices>('/api/me/devices', signal))
  const devices = listed.value?.devices ?? listed.last?.devices
  async function leave() {
    await signOutEverywhere()
    route('/')
  }
  return (
    <section class="panel" aria-labelledby="devices">
      <h2 id="devices">{accountWords('devices')}</h2>
      {listed.status === 'failed' && (
        <Failure
          what={accountWords('devicesFailed')}
          problem={listed.problem}
          retry={listed.retry}
        />
      )}
      {devices === undefined && listed.status === 'loading' && (
        <Waiting>{accountWords('loadingDevices')}</Waiting>
      )}
      {devices !== undefined && (
        <ul class="devices">
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} again={listed.retry} />
          ))}
        </ul>
      )}
      <div class="actions">
        <ActionButton look="secondary" busy={accountWords('signingOut')} leaves act={leave}>
          {accountWords('signOutEverywhere')}
        </ActionButton>
      </div>
    </section>
  )
}

function DeviceRow({ device, again }: { device: Device; again: () => void }) {
  const { id, name, lastSeenAt, current, playing } = device
  const date = day(lastSeenAt)
  async function stop() {
    await api.request('DELETE', `/api/me/devices/${id}`)
    again()
  }
  return (
    <li>
      <div>
        <strong>{name ? deviceName(name) : accountWords('unknownDevice')}</strong>
        <p>
          {current ? accountWords('thisDevice') : accountWords('lastSeen', { date })}
          {playing !== null && `. ${accountWords('plays', { title: playing })}`}
        </p>
      </div>
      {!current && (
        <ActionButton look="secondary" busy={accountWords('signingOut')} act={stop}>
          {accountWords('signOutDevice')}
        </ActionButton>
      )}
    </li>
  )
}
