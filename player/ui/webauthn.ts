import type { PasskeyOptions } from '../../contract/factors.ts'
import { loadPart } from './load-part.ts'
import { api } from './page-api.ts'
import { Problem } from './problem.ts'

/** What a browser says of itself: whether it can hold passkeys at all. */
export const hasPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function'

// Loaded when it is needed: most people never do.
const library = () => loadPart(() => import('@simplewebauthn/browser'))

/** Someone who looked away, or whose key is another, may try again. */
const givenUp = (detail: string) => new Problem({ status: 0, code: 'PASSKEY_GIVEN_UP', detail })

/**
 * @throws Problem with `sorry` when no passkey was made, with `there` when the device holds one already
 */
export async function makePasskey(
  options: PasskeyOptions['options'],
  { sorry, there }: { sorry: string; there: string },
) {
  const { startRegistration } = await library()
  return startRegistration({
    optionsJSON: options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'],
  }).catch((error: Error) => {
    throw givenUp(error.name === 'InvalidStateError' ? there : sorry)
  })
}

/**
 * Has the browser ask for a passkey.
 *
 * @param path where what it needs is fetched from
 * @throws Problem with `sorry` when none was given
 */
export async function askForPasskey(path: string, sorry: string) {
  const { options } = await api.post<PasskeyOptions>(path)
  if (options === null) throw givenUp(sorry)
  const { startAuthentication } = await library()
  return startAuthentication({
    optionsJSON: options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'],
  }).catch(() => {
    throw givenUp(sorry)
  })
}
