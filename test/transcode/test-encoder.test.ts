import t from 'tap'
import { openFfmpeg } from '../../server/clients/ffmpeg.ts'
import { testEncoder } from '../../server/transcode/pieces/test-encoder.ts'
import { usualOptions } from '../../server/transcode/worker-options.ts'
import { type Fault, pretendHardware } from '../fixtures/hardware.ts'
import { ffmpeg } from '../fixtures/media.ts'

for (const encoder of ['h264_nvenc', 'h264_vaapi'] as const) {
  t.test(`${encoder} that does all that pieces need passes`, async (t) => {
    const { settings, tools } = await pretendHardware(t)
    const all = { ...usualOptions, preset: 'superfast' } as const
    t.equal(await testEncoder(openFfmpeg(settings, tools), encoder, all), null)
  })
}

t.test('libx264 needs no test of its own', async (t) => {
  t.equal(await testEncoder(openFfmpeg({ ffmpegPath: '/none' }), 'libx264', usualOptions), null)
})

t.test('hardware that is not there is refused with what ffmpeg says of it', async (t) => {
  const absent = process.platform === 'darwin' ? 'h264_vaapi' : 'h264_videotoolbox'
  const refusal = await testEncoder(ffmpeg, absent, usualOptions)
  t.match(refusal, /\w+/)
  t.notMatch(refusal, /Conversion failed|^\[/, 'the cause, without the address of it')
})

/** Two sizes, which are enough to see a fault in. */
const quick = { preset: 'superfast', ladder: { highest: 480 } } as const

const faults: Record<Fault, RegExp> = {
  sessions: /^OpenEncodeSessionEx failed: out of memory/,
  profile: /profile is not High: avc1\.4D/,
  keys: /segment 0 lasts 8 s, not 4 s/,
  open: /does not begin with an IDR frame/,
  pieces: /do not fit together/,
}
for (const [fault, why] of Object.entries(faults)) {
  t.test(`hardware whose ${fault} are not as pieces need them is refused`, async (t) => {
    const { settings, tools, breakBy } = await pretendHardware(t)
    await breakBy(fault as Fault)
    t.match(await testEncoder(openFfmpeg(settings, tools), 'h264_nvenc', quick), why)
  })
}
