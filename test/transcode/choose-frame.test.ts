import t from 'tap'
import {
  chooseFrame,
  type GreyFrame,
  scoreFrame,
} from '../../server/transcode/posters/choose-frame.ts'

const frame = (at: (x: number, y: number) => number): GreyFrame => ({
  width: 16,
  pixels: Uint8Array.from({ length: 16 * 9 }, (_, index) => at(index % 16, Math.floor(index / 16))),
})
const plain = (value: number) => frame(() => value)
const chequered = frame((x, y) => ((x + y) % 2 === 0 ? 60 : 180))
const gentle = frame((x) => 90 + 3 * x)

t.test('detail and contrast win over blur, and blur over black and white', async (t) => {
  const order = [chequered, gentle, plain(120)].map(scoreFrame)
  t.same(
    order,
    [...order].sort((a, b) => b - a),
  )
  t.ok(scoreFrame(gentle) > scoreFrame(plain(0)))
  t.ok(scoreFrame(gentle) > scoreFrame(plain(255)))
  const dim = frame((x, y) => ((x + y) % 2 === 0 ? 0 : 12))
  t.ok(scoreFrame(chequered) > scoreFrame(dim))
})

t.test('the best is chosen, the first of equals, and none from none', async (t) => {
  t.equal(chooseFrame([plain(0), chequered, gentle]), 1)
  t.equal(chooseFrame([null, chequered, chequered]), 1)
  t.equal(chooseFrame([plain(0), plain(0)]), 0)
  t.equal(chooseFrame([null, null]), -1)
  t.equal(chooseFrame([]), -1)
  t.equal(scoreFrame({ width: 16, pixels: new Uint8Array() }), 0)
})
