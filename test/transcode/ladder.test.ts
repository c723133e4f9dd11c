import t from 'tap'
import { planGrid, planLadder } from '../../server/transcode/plan/ladder.ts'
import type { Fraction } from '../../server/transcode/probe/source-facts.ts'

const at24: Fraction = { numerator: 24, denominator: 1 }
const sizes = (width: number, height: number) =>
  planLadder({ width, height, frameRate: at24 }).map(
    (rung) => `${rung.name} ${rung.width}x${rung.height}`,
  )

t.test('rungs go up to the short side of the source and never beyond', async (t) => {
  const cases: [string, number, number, string[]][] = [
    ['full HD', 1920, 1080, ['1080p 1920x1080', '720p 1280x720', '480p 854x480', '360p 640x360']],
    ['HD', 1280, 720, ['720p 1280x720', '480p 854x480', '360p 640x360']],
    ['just below HD', 1278, 719, ['480p 854x480', '360p 640x360']],
    ['portrait', 1080, 1920, ['1080p 1080x1920', '720p 720x1280', '480p 480x854', '360p 360x640']],
    ['square', 1080, 1080, ['1080p 1080x1080', '720p 720x720', '480p 480x480', '360p 360x360']],
    ['4:3', 640, 480, ['480p 640x480', '360p 480x360']],
    ['PAL, anamorphic, as shown', 1024, 576, ['480p 854x480', '360p 640x360']],
    ['wide screen', 1920, 800, ['720p 1728x720', '480p 1152x480', '360p 864x360']],
    ['odd', 853, 481, ['480p 852x480', '360p 638x360']],
    [
      '4K without asking',
      3840,
      2160,
      ['1080p 1920x1080', '720p 1280x720', '480p 854x480', '360p 640x360'],
    ],
    ['smaller than all', 320, 180, ['180p 320x180']],
    ['small and odd', 321, 181, ['180p 320x180']],
    ['tiny', 16, 16, ['16p 16x16']],
  ]
  for (const [name, width, height, expected] of cases) t.same(sizes(width, height), expected, name)
})

t.test('every size is even, which 4:2:0 needs, keeps the shape and is never larger', async (t) => {
  let checked = 0
  for (let width = 240; width <= 2000; width += 37) {
    for (let height = 240; height <= 1200; height += 41) {
      const [long, short] = [Math.max(width, height), Math.min(width, height)]
      for (const rung of planLadder({ width, height, frameRate: at24 })) {
        const [rungLong, rungShort] = [
          Math.max(rung.width, rung.height),
          Math.min(rung.width, rung.height),
        ]
        const even = rung.width % 2 === 0 && rung.height % 2 === 0
        const shaped = Math.abs(rungLong - (rungShort * long) / short) <= 1
        const square = rung.width === rung.height
        const turned = square || rung.width > rung.height === width > height
        const within = rungShort <= short && rungLong <= long + 1
        if (even && shaped && turned && within) checked++
        else t.fail(`${width}x${height} became ${rung.width}x${rung.height}`)
      }
    }
  }
  t.ok(checked > 2000)
})

t.test('1440 and 2160 lines are made when asked for', async (t) => {
  const ladder = planLadder({ width: 3840, height: 2160, frameRate: at24 }, { highest: 2160 })
  t.same(
    ladder.map(({ name }) => name),
    ['2160p', '1440p', '1080p', '720p', '480p', '360p'],
  )
})

t.test(
  'above thirty frames, small sizes show every second one and large ones may cost more',
  async (t) => {
    const rate = { numerator: 60_000, denominator: 1001 }
    const [full, , small] = planLadder({ width: 1920, height: 1080, frameRate: rate })
    t.match(full, { frameStep: 1, frameRate: rate, maxBitsPerSecond: 7_500_000 })
    t.match(small, { frameStep: 2, frameRate: { numerator: 60_000, denominator: 2002 } })
    t.equal(small?.maxBitsPerSecond, 1_401_000)
  },
)

t.test('the cap follows the number of pixels, within reason', async (t) => {
  const cap = (width: number, height: number) =>
    planLadder({ width, height, frameRate: at24 })[0]?.maxBitsPerSecond
  t.equal(cap(1920, 1080), 5_000_000)
  t.equal(cap(1440, 1080), 3_750_000)
  t.equal(cap(1080, 1080), 2_813_000)
  t.equal(cap(4320, 1080), 7_000_000, 'no more than 1.4 times')
})

t.test('segments are four seconds of two groups, in whole frames', async (t) => {
  const cases: [number, number, number][] = [
    [24, 1, 48],
    [24_000, 1001, 48],
    [25, 1, 50],
    [30_000, 1001, 60],
    [30, 1, 60],
    [50, 1, 100],
    [60_000, 1001, 120],
    [12, 1, 24],
    [73, 10, 14],
    [1, 2, 2],
  ]
  for (const [numerator, denominator, groupFrames] of cases) {
    const grid = planGrid({ numerator, denominator })
    t.same(grid, { groupFrames, segmentFrames: 2 * groupFrames }, `${numerator}/${denominator}`)
    t.equal(grid.groupFrames % 2, 0, 'so that half the rate fits')
  }
})
