import t from 'tap'
import { loudnessFilters, readLoudness } from '../../server/transcode/pieces/loudness.ts'

t.test('what ffmpeg tells at its end is read, whatever came before', async (t) => {
  const log = [
    '[Parsed_ebur128_1 @ 0x1] [info] t: 1 I: -70.0 LUFS',
    '[Parsed_ebur128_1 @ 0x1] [info] Summary:',
    '[info]     I:         -23.4 LUFS',
    '[info]     Peak:       -6.1 dBFS',
  ]
  t.same(readLoudness(log), { integrated: -23.4, peak: -6.1 })
  t.equal(readLoudness(['[warning] nothing']), null)
})

t.test('sound is brought to -16 LUFS, and limited only where it would be too loud', async (t) => {
  t.same(loudnessFilters({ integrated: -23, peak: -12 }), ['volume=7.00dB'])
  t.match(loudnessFilters({ integrated: -23, peak: -3 }), [
    'volume=7.00dB',
    /^alimiter=.*limit=0.8913/,
  ])
  t.same(loudnessFilters({ integrated: -9, peak: 0 }), ['volume=-7.00dB'])
  t.same(loudnessFilters({ integrated: -40, peak: -30 }), ['volume=15.00dB'], 'no more than that')
})

t.test('silence, noise and what is right already are left alone', async (t) => {
  t.same(loudnessFilters({ integrated: -70, peak: -60 }), [])
  t.same(loudnessFilters({ integrated: -16.3, peak: -1 }), [])
  t.same(loudnessFilters(null), [])
})
