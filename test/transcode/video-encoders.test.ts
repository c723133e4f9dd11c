import t from 'tap'
import {
  deviceArguments,
  encoderArguments,
  encoderLimits,
  handOverFilters,
  type Preset,
  type VideoEncoder,
} from '../../server/transcode/pieces/video-encoders.ts'
import type { Rung } from '../../server/transcode/plan/ladder.ts'

const rung: Rung = {
  ...{ name: '720p', width: 1280, height: 720, frameStep: 1, crf: 22 },
  frameRate: { numerator: 24, denominator: 1 },
  maxBitsPerSecond: 2_800_000,
}

const table: Record<VideoEncoder, { device: string; handOver: string; quality: string }> = {
  libx264: {
    device: '',
    handOver: 'format=yuv420p',
    quality: '-preset fast -crf 22 -keyint_min 48 -sc_threshold 0 -forced-idr 1',
  },
  h264_nvenc: {
    device: '',
    handOver: 'format=yuv420p',
    quality:
      '-preset p5 -tune hq -rc vbr -cq 24 -b:v 0 -forced-idr 1 -no-scenecut 1 -strict_gop 1 -bf 0',
  },
  h264_vaapi: {
    device: '-init_hw_device vaapi=gpu -filter_hw_device gpu',
    handOver: 'format=nv12,hwupload',
    quality: '-rc_mode QVBR -global_quality 22 -b:v 2100000 -idr_interval 0 -bf 0',
  },
  h264_qsv: {
    device: '',
    handOver: 'format=nv12',
    quality:
      '-preset medium -global_quality 22 -b:v 2100000 -look_ahead 0 -adaptive_i 0 -adaptive_b 0 -forced_idr 1 -idr_interval 0 -bf 0',
  },
  h264_videotoolbox: {
    device: '',
    handOver: 'format=nv12',
    quality: '-q:v 60 -allow_sw 0 -bf 0',
  },
}

for (const [name, { device, handOver, quality }] of Object.entries(table)) {
  const encoder = name as VideoEncoder
  t.test(`${encoder} is told the quality, the cap and the grid in its own words`, async (t) => {
    t.equal(deviceArguments(encoder).join(' '), device)
    t.equal(handOverFilters(encoder), handOver)
    const cap = '-maxrate 2800000 -bufsize 5600000 -g 48'
    t.equal(
      encoderArguments(encoder, rung, { preset: 'fast', group: 48 }).join(' '),
      `-c:v ${encoder} -profile:v high ${quality} ${cap} -force_key_frames expr:eq(mod(n,48),0)`,
    )
  })
}

t.test('SVT-AV1 holds the cap by words of its own', async (t) => {
  t.equal(handOverFilters('libsvtav1'), 'format=yuv420p')
  const told = (preset: Preset) =>
    encoderArguments('libsvtav1', { ...rung, crf: 35 }, { preset, group: 48 }).join(' ')
  t.match(told('superfast'), '-preset 12 ', 'whoever is in a hurry is so with both')
  t.equal(
    told('fast'),
    '-c:v libsvtav1 -preset 8 -crf 35 -svtav1-params tune=1:scd=0:irefresh-type=2:mbr=2800 -g 48 -force_key_frames expr:eq(mod(n,48),0)',
  )
})

t.test('only NVENC, which needs the addresses, is run without a limit to them', async (t) => {
  const free = Object.keys(table).filter(
    (name) => encoderLimits(name as VideoEncoder).memoryBytes === 0,
  )
  t.same(free, ['h264_nvenc'])
})
