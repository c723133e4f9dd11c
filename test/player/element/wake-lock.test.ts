import { getEventListeners } from 'node:events'
import t from 'tap'
import { keepAwake } from '../../../player/element/tools/wake-lock.ts'
import { settled } from './settled.ts'

t.test('a player that goes lets the screen go dark, and listens no more', async (t) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
  t.teardown(() => {
    if (before === undefined) Reflect.deleteProperty(globalThis, 'navigator')
    else Object.defineProperty(globalThis, 'navigator', before)
  })
  const locks = { asked: 0, released: 0 }
  const request = async () => {
    locks.asked += 1
    const release = async () => {
      locks.released += 1
    }
    return { release }
  }
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { wakeLock: { request } },
  })
  const page = Object.assign(new EventTarget(), { hidden: false })
  const video = Object.assign(new EventTarget(), { paused: false, ownerDocument: page })
  const stop = keepAwake(video as unknown as HTMLVideoElement)
  video.dispatchEvent(new Event('playing'))
  await settled()
  t.same(locks, { asked: 1, released: 0 })
  page.dispatchEvent(new Event('visibilitychange'))
  stop()
  await settled()
  t.same(locks, { asked: 2, released: 2 }, 'one that comes late, too')
  t.equal(getEventListeners(page, 'visibilitychange').length, 0)
  t.equal(getEventListeners(video, 'playing').length, 0)
})
