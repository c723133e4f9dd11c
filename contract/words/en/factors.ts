import type { Forms } from '../speak.ts'

/** Passkeys, codes of an app, and proving once more who one is. */
export const factors = {
  proof: 'Is it you?',
  proofLead: 'Before this is done, prove once more who you are.',
  setUpFirst: 'This site asks its operators for a passkey or a code from an app. Set one up first.',
  setUp: 'Set it up',
  notNow: 'Not now',
  password: 'Your password',
  code: 'Code from your app, or a recovery code',
  goOn: 'Go on',
  checking: 'Checking',
  usePasskey: 'Use a passkey',
  passkeyGivenUp: 'No passkey was used. Try again, or use another way.',
  passkeyThere: 'This device has a passkey of yours already.',

  // On the account's settings
  heading: 'Passkeys and codes',
  lead: 'A passkey signs you in with your fingerprint, your face or a key. An app for codes guards your password.',
  failed: 'Your passkeys did not load',
  passkeys: 'Passkeys',
  noPasskeys: 'You have no passkey.',
  passkeyName: 'Name of the passkey',
  passkeyNameHint: 'Such as the device that it is on.',
  passkeyNameMissing: 'Give it a name.',
  addPasskey: 'Add a passkey',
  adding: 'Adding',
  addedOn: ({ date }: { date: string }) => `Added on ${date}`,
  remove: 'Remove',
  removing: 'Removing',
  totp: 'Codes from an app',
  totpOff: 'Signing in with your password asks for no code.',
  totpOn: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      one: 'Signing in with your password asks for a code. You have 1 recovery code left.',
      other: `Signing in with your password asks for a code. You have ${count} recovery codes left.`,
    }),
  totpBegin: 'Set up an app',
  totpSecret: 'Add this key to your app, then type the code that it shows.',
  totpQr: 'QR code with the same key, for your app’s camera',
  totpOpen: 'Open it in an app on this device',
  totpEnd: 'Use no codes any more',
  newRecoveryCodes: 'Make new recovery codes',
  making: 'Making',
  recoveryLead:
    'Keep these where you will find them without your phone. Each lets you in once, and they are not shown again.',
  recoveryKept: 'I have kept them',
}
