import t from 'tap'
import { say } from '../../contract/words/server.ts'
import { CannotTranscode } from '../../server/transcode/failures.ts'
import { readProbe } from '../../server/transcode/probe/read-probe.ts'
import { audioFacts } from '../fixtures/source-facts.ts'

const picture = {
  index: 0,
  codec_type: 'video',
  width: 1920,
  height: 1080,
  sample_aspect_ratio: '1:1',
  r_frame_rate: '25/1',
  avg_frame_rate: '25/1',
  duration: '12.000000',
  disposition: { attached_pic: 0 },
}
const sound = {
  index: 1,
  codec_type: 'audio',
  codec_name: 'aac',
  channels: 2,
  tags: { language: 'eng' },
}
const answer = (streams: object[], duration?: string) => ({ streams, format: { duration } })
const video = (changes: object) => readProbe(answer([{ ...picture, ...changes }])).video

t.test('an ordinary film is read', async (t) => {
  t.same(readProbe(answer([picture, sound], '12.04')), {
    claimedSeconds: 12,
    claimsWhole: false,
    fileStart: 0,
    nominalRate: 25,
    codecs: new Map([
      [0, 'unknown'],
      [1, 'aac'],
    ]),
    video: {
      stream: 0,
      canvas: { width: 1920, height: 1080 },
      colours: null,
      width: 1920,
      height: 1080,
      frameRate: { numerator: 25, denominator: 1 },
      interlaced: false,
      hdr: false,
      matrix: null,
    },
    audio: [audioFacts()],
    texts: [],
  })
})

t.test('sizes are as shown: square pixels, upright', async (t) => {
  const cases: [string, object, number, number][] = [
    ['anamorphic', { width: 720, height: 576, sample_aspect_ratio: '64:45' }, 1024, 576],
    [
      'squeezed the other way',
      { width: 1440, height: 540, sample_aspect_ratio: '1:2' },
      1440,
      1080,
    ],
    ['unknown aspect', { sample_aspect_ratio: '0:1' }, 1920, 1080],
    ['absurd aspect', { sample_aspect_ratio: '1000:1' }, 1920, 1080],
    ['turned left', { side_data_list: [{ rotation: -90 }] }, 1080, 1920],
    ['turned right', { side_data_list: [{}, { rotation: 90 }] }, 1080, 1920],
    ['turned by no quarter', { side_data_list: [{ rotation: 45 }] }, 1920, 1080],
    ['upside down', { side_data_list: [{ rotation: 180 }] }, 1920, 1080],
    ['turned, by an old tag', { tags: { rotate: '270' } }, 1080, 1920],
  ]
  for (const [name, changes, width, height] of cases) {
    t.match(video(changes), { width, height }, name)
  }
})

t.test('interlaced and bright pictures are noticed', async (t) => {
  for (const order of ['tt', 'bb', 'tb', 'bt']) {
    t.equal(video({ field_order: order }).interlaced, true)
  }
  t.equal(video({ field_order: 'progressive' }).interlaced, false)
  t.equal(video({ color_transfer: 'smpte2084' }).hdr, true)
  t.equal(video({ color_transfer: 'arib-std-b67' }).hdr, true)
  t.equal(video({ color_transfer: 'bt709' }).hdr, false)
  t.equal(video({ color_space: 'smpte170m' }).matrix, 'smpte170m')
  t.equal(video({ color_space: 'unknown' }).matrix, null)
})

t.test('of HDR, what is not said is completed from what is', async (t) => {
  const colours = (changes: object) => video({ color_transfer: 'smpte2084', ...changes }).colours
  const whole = { primaries: 'bt2020', transfer: 'smpte2084', matrix: 'bt2020nc' }
  t.same(colours({}), whole)
  t.same(colours({ color_space: 'bt2020nc' }), whole)
  t.same(colours({ color_primaries: 'bt2020', color_space: 'unknown' }), whole)
  t.same(colours({ color_primaries: 'smpte432', color_space: 'bt709' }), {
    ...{ primaries: 'smpte432', transfer: 'smpte2084', matrix: 'bt709' },
  })
  t.equal(video({ color_transfer: 'bt709' }).colours, null)
})

t.test(
  'a picture that players turn is left to ffmpeg, others have a frame to be fitted into',
  async (t) => {
    t.same(video({}).canvas, { width: 1920, height: 1080 })
    t.equal(video({ side_data_list: [{ rotation: -90 }] }).canvas, null)
  },
)

t.test('a codec is named as ffmpeg does, or else as the file does', async (t) => {
  const codec = (changes: object) => readProbe(answer([{ ...picture, ...changes }])).codecs.get(0)
  t.equal(codec({ codec_name: 'h264', codec_tag_string: 'avc1' }), 'h264')
  t.equal(codec({ codec_name: 'unknown', codec_tag_string: 'vvc1' }), 'vvc1')
  t.equal(codec({ codec_name: 'unknown', codec_tag_string: '[0][0][0][0]' }), 'unknown')
})

t.test('the length is the picture’s own where it has one', async (t) => {
  const claimed = (changes: object, whole?: string) =>
    readProbe(answer([{ ...picture, duration: undefined, ...changes }], whole)).claimedSeconds
  t.equal(claimed({ duration: '3.5' }, '9'), 3.5)
  t.equal(claimed({ tags: { DURATION: '00:01:05.250000000' } }, '90'), 65.25)
  t.equal(claimed({}, '9.75'), 9.75)
  t.equal(claimed({ duration: 'N/A' }), null)
})

t.test('of several pictures the one is taken that the file wants to be seen', async (t) => {
  const taken = (...flags: number[]) =>
    readProbe(
      answer(flags.map((flag, index) => ({ ...picture, index, disposition: { default: flag } }))),
    ).video.stream
  t.same([taken(0, 1), taken(1, 1), taken(0, 0), taken(1, 0)], [1, 0, 0, 0])
})

t.test('covers are no picture, languages are tidied, silent tracks left out', async (t) => {
  const cover = { ...picture, index: 0, disposition: { attached_pic: 1 } }
  const facts = readProbe(
    answer([
      cover,
      { ...picture, index: 1 },
      { ...sound, index: 2, tags: { language: 'deu', title: 'x'.repeat(300) } },
      { ...sound, index: 3, tags: { language: 'und' } },
      { ...sound, index: 4, tags: { language: '../../etc' } },
      { ...sound, index: 5, channels: 0 },
      { index: 6, codec_type: 'data' },
    ]),
  )
  t.equal(facts.video.stream, 1)
  t.same(
    facts.audio.map(({ stream, language }) => [stream, language]),
    [
      [2, 'de'],
      [3, null],
      [4, null],
    ],
  )
  t.equal(facts.audio[0]?.title?.length, 100)
})

t.test('what cannot be encoded is refused with a sentence that says what to do', async (t) => {
  const many = Array.from({ length: 65 }, (_, index) => ({ ...sound, index: index + 1 }))
  const cases: [unknown, string][] = [
    [answer([sound]), say('encodes.noPicture')],
    [answer([{ ...picture, disposition: { attached_pic: 1 } }]), say('encodes.noPicture')],
    [answer([{ ...picture, width: 16_384, height: 8704 }]), say('encodes.tooLarge')],
    [answer([{ ...picture, width: 4096, height: 7681 }]), say('encodes.tooLarge')],
    [answer([{ ...picture, width: 1920, height: 8 }]), say('encodes.tooSmall')],
    [answer([{ ...picture, width: undefined }]), say('encodes.tooSmall')],
    [answer([picture, ...many]), say('encodes.tooMany')],
    [answer([{ ...picture, duration: '86401' }]), say('encodes.tooLong')],
    [{}, say('encodes.unreadable')],
    [null, say('encodes.unreadable')],
    [{ streams: [{ index: 'x' }], format: {} }, say('encodes.unreadable')],
  ]
  for (const [given, message] of cases) {
    t.throws(() => readProbe(given), new CannotTranscode(message), message)
  }
  t.equal(readProbe(answer([{ ...picture, width: 4320, height: 7680 }])).video.height, 7680)
})
