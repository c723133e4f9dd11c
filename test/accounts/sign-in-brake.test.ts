import t from 'tap'
import { openSignInBrake } from '../../server/accounts/sign-in-brake.ts'
import { MatineeError } from '../../server/errors.ts'
import { testClock } from '../fixtures/clock.ts'

const wrong = async () => {
  throw new MatineeError('WRONG_CREDENTIALS')
}

t.test('of one network few wait at a time, the others are told to come back', async (t) => {
  const clock = testClock()
  const brake = openSignInBrake({ clock, perMinute: 3 })
  const attempt = (email: string, network = 'home') =>
    brake
      .guard({ email, network, knownDevice: null, knownNetwork: false }, wrong)
      .catch((error: MatineeError) => error.code)
  for (const email of ['a', 'b', 'c']) t.equal(await attempt(email), 'WRONG_CREDENTIALS')
  const held: (() => void)[] = []
  clock.delay = () => new Promise((resolve) => held.push(resolve))
  const waiting = ['d', 'e', 'f', 'g'].map((email) => attempt(email))
  t.equal(held.length, 4)
  t.equal(await attempt('h'), 'TOO_MANY_REQUESTS')
  t.equal(held.length, 4)
  t.equal(await attempt('i', 'elsewhere'), 'WRONG_CREDENTIALS')
  for (const letGo of held) letGo()
  t.same(await Promise.all(waiting), Array(4).fill('TOO_MANY_REQUESTS'))
  const next = attempt('j')
  t.equal(held.length, 5, 'there is room again')
  held[4]?.()
  await next
})

t.test('what fails for another reason than a wrong password is told as it is', async (t) => {
  const brake = openSignInBrake({ clock: testClock(), perMinute: 1 })
  const about = { email: 'a', network: 'home', knownDevice: null, knownNetwork: false }
  await t.rejects(brake.guard(about, wrong), { code: 'WRONG_CREDENTIALS' })
  const down = new Error('no database')
  const elsewhere = { ...about, network: 'office' }
  const failing = () => Promise.reject(down)
  await t.rejects(brake.guard(elsewhere, failing), down)
})

t.test('the right password is good for sixty sign-ins an hour from one place', async (t) => {
  const clock = testClock()
  const brake = openSignInBrake({ clock, perMinute: 3 })
  const enter = (network: string) =>
    brake
      .guard({ email: 'a', network, knownDevice: null, knownNetwork: true }, async () => 'in')
      .catch((error: MatineeError) => error.code)
  for (let i = 0; i < 60; i++) t.equal(await enter('home'), 'in')
  t.equal(await enter('home'), 'TOO_MANY_REQUESTS')
  t.equal(await enter('office'), 'in')
  clock.advance(60 * 60)
  t.equal(await enter('home'), 'in')
})
