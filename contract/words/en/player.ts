import type { Forms } from '../speak.ts'

/** What the player says besides why a film may not be watched. */
export const player = {
  sound: 'Sound',
  speed: 'Speed',
  quality: 'Quality',
  connectionLost: 'The connection is lost. The film goes on by itself once it is back.',
  takesLong: 'This takes longer than it should. The film goes on by itself.',
  close: 'Close this message',
  aDevice: 'A device',
  stop: 'Stop',
  stopDevice: ({ device }: { device: string }) => `Stop ${device}`,
  tryAgain: 'Try again',
  signIn: 'Sign in',
  playHere: 'Play here',
  replay: 'Watch the preview again',
  'previewEnd.title': 'The preview ends here',
  'previewEnd.text': 'Choose how you would like to watch the rest.',
  'streams.title': ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      '=0': 'Your plan is playing on other devices',
      one: 'Your plan is playing on another device',
      other: `Your plan is playing on ${count} devices already`,
    }),
  'streams.text': 'Stop one of them to watch here.',
  'notFound.title': 'This film is not here',
  'notFound.text': 'It may have been withdrawn; choose another one.',
  'offline.title': 'There is no connection',
  'offline.text': 'The film goes on once you are online again.',
  'unavailable.title': 'The film cannot be played right now',
  'unavailable.text': 'The trouble is on our side; try again in a moment.',
  'unsupported.title': 'This browser cannot play the film',
  'unsupported.text': 'Use a current version of Chrome, Edge, Firefox or Safari.',
}
