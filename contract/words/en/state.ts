import type { Forms } from '../speak.ts'

/** The operator's page on how the house stands. */
export const state = {
  state: 'State',
  lead: 'What runs by itself, and what needs you.',
  failed: 'The state could not be loaded.',
  bucket: 'Bucket',
  'bucket.fine': 'It is this site’s, and is tidied.',
  'bucket.unclaimed': 'It is nobody’s yet: the next start makes it this site’s.',
  'bucket.unreachable': 'It cannot be reached right now, so nothing is tidied away.',
  proxy: 'Proxy',
  'proxy.fine': 'Viewers are told apart by their addresses.',
  walk: 'Yearly walk through the bucket',
  'walk.none': ({ date }: { date: string }) => `The next one begins a year after ${date}.`,
  'walk.going': ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      one: 'Under way: 1 file that belongs to nothing was moved to trash/.',
      other: `Under way: ${forms.number(count)} files that belong to nothing were moved to trash/.`,
    }),
  'walk.moved': ({ count, date }: { count: number; date: string }, forms: Forms) =>
    forms.plural(count, {
      one: `The last one ended on ${date}: 1 file that belonged to nothing was moved to trash/.`,
      other: `The last one ended on ${date}: ${forms.number(count)} files that belonged to nothing were moved to trash/.`,
    }),
  jobs: 'Work that fails',
  waiting: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      one: '1 piece of work waits for its turn.',
      other: `${forms.number(count)} pieces of work wait for their turn.`,
    }),
  noJobs: 'Nothing fails.',
  'job.transcode-plan': 'Looking at an uploaded film',
  'job.transcode-piece': 'Encoding a piece of a film',
  'job.transcode-sweep': 'Removing an encode that nobody plays',
  'job.transcode-film-sweep': 'Removing what a deleted film left in the bucket',
  'job.transcode-object-sweep': 'Removing a poster or captions that were replaced',
  'job.transcode-captions': 'Reading captions',
  'job.upload-abort': 'Removing what an upload left in the bucket that was given up',
  failures: ({ count, time }: { count: number; time: string }, forms: Forms) =>
    forms.plural(count, {
      one: `Failed once since ${time}.`,
      other: `Failed ${forms.number(count)} times since ${time}.`,
    }),
  next: ({ time }: { time: string }) => `Tried again at ${time}.`,
  running: 'Being tried now',
  given: 'Given up',
  again: 'Will be tried again',
  retry: 'Try again now',
  retrying: 'Trying',
  fine: 'Fine',
  wrong: 'To be done',
}
