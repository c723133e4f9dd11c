import t from 'tap'
import { chooseTiles, planStoryboard } from '../../server/transcode/pieces/plan-storyboard.ts'

const wide = { width: 1920, height: 1080 }
const hour = 3600

const lengths: [seconds: number, everySeconds: number, sheets: number][] = [
  [0.04, 2, 1],
  [60, 2, 1],
  [200, 2, 1],
  [201, 2, 2],
  [1440, 2, 8],
  [1441, 5, 3],
  [2 * hour, 10, 8],
  [24 * hour, 120, 8],
]
for (const [seconds, everySeconds, sheets] of lengths) {
  t.test(`a film of ${seconds} s has a picture every ${everySeconds} s`, async (t) => {
    t.match(planStoryboard(seconds, wide), { everySeconds, sheets })
  })
}

const shapes: [width: number, height: number, tileWidth: number, tileHeight: number][] = [
  [1920, 1080, 160, 90],
  [1080, 1920, 90, 160],
  [720, 576, 112, 90],
  [1000, 1000, 90, 90],
  [2390, 1000, 160, 66],
]
for (const [width, height, tileWidth, tileHeight] of shapes) {
  t.test(`of ${width}x${height} a tile has ${tileWidth}x${tileHeight}`, async (t) => {
    t.match(planStoryboard(60, { width, height }), { tileWidth, tileHeight })
  })
}

t.test('each step of time shows the picture nearest to its middle', async (t) => {
  const keys = [0, 2.5, 5, 7.5]
  t.same(chooseTiles(keys, 8, { everySeconds: 2 }), {
    moments: [0, 2.5, 5, 7.5],
    farthest: 1,
  })
})

t.test(
  'a picture serves several steps when there are few, and tells how far off it is',
  async (t) => {
    t.same(chooseTiles([0, 20], 30, { everySeconds: 5 }), {
      moments: [0, 0, 20, 20, 20, 20],
      farthest: 7.5,
    })
    t.equal(chooseTiles([0], 60, { everySeconds: 10 }).farthest, 55)
  },
)

t.test('a film shorter than a step has one picture', async (t) => {
  t.same(chooseTiles([0], 0.04, { everySeconds: 2 }).moments, [0])
})
