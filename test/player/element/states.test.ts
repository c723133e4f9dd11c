import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import { initialView, nextView, type View, type ViewEvent } from '../../../player/element/states.ts'

const after = (...events: ViewEvent[]): View => events.reduce(nextView, initialView)
const open: ViewEvent = { type: 'open' }
const playing: ViewEvent = { type: 'playing' }
const waiting: ViewEvent = { type: 'waiting' }
const lost: ViewEvent = { type: 'trouble', trouble: 'connection' }
const over: ViewEvent = { type: 'trouble', trouble: null }
const refused: ViewEvent = { type: 'refused', problem: { status: 402, code: 'PAYMENT_REQUIRED' } }

const table: [what: string, events: ViewEvent[], view: Partial<View>][] = [
  ['nothing has happened', [], { phase: 'idle', panel: null }],
  ['a film is opened', [open], { phase: 'opening', note: null }],
  ['it can play', [open, { type: 'ready' }], { phase: 'ready' }],
  ['it plays', [open, playing], { phase: 'playing' }],
  ['it is paused', [open, playing, { type: 'paused' }], { phase: 'paused' }],
  ['it has ended', [open, playing, { type: 'ended' }], { phase: 'ended' }],
  ['the buffer is empty', [open, playing, waiting], { phase: 'buffering', note: null }],
  ['it waits before the first frame', [open, waiting], { phase: 'opening' }],
  ['there is trouble while the buffer plays on', [open, playing, lost], { note: null }],
  [
    'there is trouble and the buffer is empty',
    [open, playing, lost, waiting],
    {
      phase: 'buffering',
      note: playerWords('connectionLost'),
    },
  ],
  [
    'trouble comes while it waits',
    [open, { type: 'trouble', trouble: 'server' }],
    { phase: 'opening', note: playerWords('takesLong') },
  ],
  [
    'trouble passes, and it waits as before',
    [open, lost, over],
    { phase: 'opening', trouble: null, note: playerWords('connectionLost') },
  ],
  ['trouble has passed, and it plays', [open, lost, over, playing], { note: null }],
  [
    'trouble has passed, it has played, and the buffer is empty again',
    [open, lost, over, playing, waiting],
    { phase: 'buffering', note: null },
  ],
  ['it goes on playing', [open, lost, waiting, playing], { phase: 'playing', note: null }],
  ['it is refused', [open, refused], { phase: 'stopped', note: null }],
  ['it is refused amid trouble', [open, lost, refused], { phase: 'stopped', trouble: null }],
  ['the video stirs after a stop', [open, refused, playing, waiting], { phase: 'stopped' }],
  ['it is opened again after a stop', [open, refused, open], { phase: 'opening', panel: null }],
]

for (const [what, events, view] of table) {
  t.test(what, (t) => {
    t.match(after(...events), view)
    t.end()
  })
}

t.test('a stop always comes with a panel', (t) => {
  t.equal(after(open, refused).panel?.kind, 'paywall')
  t.equal(after(open, { ...refused, type: 'teaser-end' } as ViewEvent).panel?.kind, 'teaser-end')
  t.end()
})

t.test('a notice stays while the film is opened again', (t) => {
  const notice = { kind: 'payment_failed', graceUntil: '2030-01-01T00:00:00Z' } as const
  t.same(after(open, { type: 'opened', notice }, open).notice, notice)
  t.same(
    after(open, { type: 'opened', notice }, open, { type: 'opened', notice: null }).notice,
    null,
  )
  t.end()
})
