import t from 'tap'
import { planAudio } from '../../server/transcode/plan/plan-audio.ts'
import type { AudioFacts } from '../../server/transcode/probe/source-facts.ts'
import { audioFacts } from '../fixtures/source-facts.ts'

const planned = (...tracks: Partial<AudioFacts>[]) =>
  planAudio(tracks.map((track, index) => audioFacts({ stream: index + 1, ...track }))).map(
    ({ name, stream, channels, label }) => [name, stream, channels, label],
  )

t.test(
  'tracks that a language or a title tells apart are kept, under what they are called',
  async (t) => {
    t.same(planned(), [])
    t.same(
      planned(
        { language: 'en' },
        { language: 'de', code: 'ger' },
        { language: 'en', title: 'Descriptive' },
      ),
      [
        ['audio', 1, 2, 'English'],
        ['audio-de', 2, 2, 'Deutsch'],
        ['audio-en', 3, 2, 'Descriptive'],
      ],
    )
    t.same(planned({ language: null }, { language: null }), [
      ['audio', 1, 2, 'Sound'],
      ['audio-2', 2, 2, 'Sound 2'],
    ])
    t.same(
      planned(
        { title: 'Main' },
        { title: 'Main ', language: 'de' },
        { title: 'x', language: 'de' },
      ),
      [
        ['audio', 1, 2, 'Main'],
        ['audio-de', 2, 2, 'Main 2'],
        ['audio-de-2', 3, 2, 'x'],
      ],
    )
  },
)

t.test('what nothing tells from one before it is left out', async (t) => {
  t.same(planned({ language: 'en' }, { language: 'en', channels: 1 }), [['audio', 1, 2, 'English']])
})

t.test('the track that the file wants to be heard comes first', async (t) => {
  t.same(planned({ language: 'en' }, { language: 'de', isDefault: true }), [
    ['audio', 2, 2, 'Deutsch'],
    ['audio-en', 1, 2, 'English'],
  ])
})

t.test('one ear stays one ear; 5.1 is kept beside its stereo', async (t) => {
  t.same(planned({ channels: 1 }), [['audio', 1, 1, 'English']])
  t.same(planned({ channels: 8 }, { language: 'de' }), [
    ['audio', 1, 2, 'English'],
    ['audio-de', 2, 2, 'Deutsch'],
    ['audio-surround', 1, 6, 'English'],
  ])
})
