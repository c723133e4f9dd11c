import t, { type Test } from 'tap'
import type { PlaybackSession } from '../../../contract/playback.ts'
import { type Problem, Refused, Unreachable } from '../../../player/element/source/problems.ts'
import { Session } from '../../../player/element/source/session.ts'

const sessionOf = (token: string) => ({ id: token, token, first: [] }) as unknown as PlaybackSession
const ended = (reason?: Problem['reason'], detail?: string) =>
  new Refused({
    status: 410,
    code: 'PLAYBACK_ENDED',
    ...(reason === undefined ? {} : { reason }),
    ...(detail === undefined ? {} : { detail }),
  })

/** A session whose API opens token 1, token 2 … unless `openings` says what it does instead. */
function setUp(openings: (Error | undefined)[] = []) {
  let now = 1_000_000
  let opened = 0
  const closed: string[] = []
  const renewed: string[] = []
  const life = new AbortController()
  const session = new Session({
    open: async () => {
      const error = openings[opened++]
      if (error !== undefined) throw error
      return sessionOf(`token ${opened}`)
    },
    close: async (token) => {
      closed.push(token)
      throw new Unreachable(0)
    },
    now: () => now,
    onRenewed: async ({ token }) => void renewed.push(token),
    signal: life.signal,
  })
  const pass = (seconds: number) => {
    now += seconds * 1000
  }
  return { session, closed, renewed, pass, life, opened: () => opened }
}

/** A use of the token that is refused with these in turn, and then succeeds. */
function use(...refusals: (Error | undefined)[]) {
  const tokens: string[] = []
  const call = async (token: string) => {
    const refusal = refusals[tokens.length]
    tokens.push(token)
    if (refusal !== undefined) throw refusal
    return `by ${token}`
  }
  return { call, tokens }
}

async function refusal(t: Test, promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  t.type(error, Refused)
  return (error as Refused).problem
}

t.test('a session is opened once, however many need it', async (t) => {
  const { session, opened } = setUp()
  const got = await Promise.all([session.get(), session.get()])
  await session.get()
  t.same(
    got.map(({ token }) => token),
    ['token 1', 'token 1'],
  )
  t.equal(opened(), 1)
})

t.test('a failed opening is heard, and may be tried again', async (t) => {
  const { session } = setUp([new Unreachable(503)])
  await t.rejects(session.get(), { message: 'status 503' })
  t.equal((await session.get()).token, 'token 1'.replace('1', '2'))
})

t.test('a session that the page has opened is used as it is', async (t) => {
  const { session, opened } = setUp()
  session.adopt(sessionOf('given'))
  t.equal(await session.withToken(use().call), 'by given')
  t.equal(opened(), 0)
})

for (const [what, error] of [
  ['has ended without a reason', ended()],
  ['ended because its lease ran out', ended('expired')],
  ['is unknown', new Refused({ status: 401, code: 'SIGN_IN_REQUIRED' })],
] as const) {
  t.test(`a session that ${what} is opened anew, and the use repeated`, async (t) => {
    const { session, renewed } = setUp()
    await session.get()
    const { call, tokens } = use(error)
    t.equal(await session.withToken(call), 'by token 2')
    t.same(tokens, ['token 1', 'token 2'])
    t.same(renewed, ['token 2'])
  })
}

for (const reason of ['kicked', 'signed_out', 'unpublished', 'account_disabled'] as const) {
  t.test(`a session that ended as ${reason} is not opened anew by itself`, async (t) => {
    const { session, opened } = setUp()
    await session.get()
    t.match(await refusal(t, session.withToken(use(ended(reason)).call)), { reason })
    t.equal(opened(), 1)
  })
}

t.test('a place that another device took is not taken back by itself', async (t) => {
  const { session, opened } = setUp()
  await session.get()
  const taken = new Refused({ status: 409, code: 'STREAM_TAKEN_OVER', reason: 'limit' })
  t.match(await refusal(t, session.withToken(use(taken).call)), { reason: 'limit' })
  t.equal(opened(), 1)
})

t.test('a new token is used only once all is ready for it', async (t) => {
  const steps: string[] = []
  const session = new Session({
    open: async () => sessionOf(`token ${steps.push('open')}`),
    close: async () => undefined,
    now: () => 0,
    onRenewed: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      steps.push('ready')
    },
    signal: new AbortController().signal,
  })
  await session.get()
  const late = async (token: string) => {
    if (token === 'token 1') throw ended()
    steps.push('used')
  }
  await Promise.all([session.withToken(late), session.withToken(late)])
  t.same(steps, ['open', 'open', 'ready', 'used', 'used'])
})

t.test('a payment that is missing is final', async (t) => {
  const { session, opened } = setUp()
  await session.get()
  const unpaid = new Refused({ status: 402, code: 'PAYMENT_REQUIRED' })
  t.match(await refusal(t, session.withToken(use(unpaid).call)), { status: 402 })
  t.equal(opened(), 1)
})

t.test('trouble of the network is passed on as it is', async (t) => {
  const { session } = setUp()
  await session.get()
  await t.rejects(session.withToken(use(new Unreachable(503)).call), { message: 'status 503' })
})

t.test('all who hear of the end share one new session', async (t) => {
  const { session, opened } = setUp()
  await session.get()
  const uses = [use(ended()), use(ended()), use(ended())]
  const answers = await Promise.all(uses.map(({ call }) => session.withToken(call)))
  t.same(new Set(answers), new Set(['by token 2']))
  t.equal(opened(), 2)
})

t.test('who hears late of the end of an old session uses the one there is', async (t) => {
  const { session, opened } = setUp()
  await session.get()
  let tell: ((error: Error) => void) | undefined
  const slow = session.withToken((token) =>
    token === 'token 1'
      ? new Promise<string>((_resolve, reject) => {
          tell = reject
        })
      : Promise.resolve(`by ${token}`),
  )
  await session.withToken(use(ended()).call)
  tell?.(ended())
  t.equal(await slow, 'by token 2')
  t.equal(opened(), 2)
})

t.test('a session that ends as soon as it is renewed is let go', async (t) => {
  const { session, pass, opened } = setUp()
  await session.get()
  const problem = await refusal(t, session.withToken(use(ended(), ended()).call))
  t.equal(problem.status, 410)
  t.equal((await refusal(t, session.withToken(use(ended()).call))).status, 410)
  t.equal(opened(), 2, 'and not opened again and again')
  pass(6)
  t.equal(await session.withToken(use(ended()).call), 'by token 3')
})

t.test('when no other session is to be had, the viewer hears why the last one ended', async (t) => {
  const unpaid = new Refused({ status: 402, code: 'PAYMENT_REQUIRED', reason: 'not_entitled' })
  const { session } = setUp([undefined, unpaid])
  await session.get()
  const why = ended('refunded', 'Your payment was refunded.')
  t.match(await refusal(t, session.withToken(use(why).call)), {
    code: 'PAYMENT_REQUIRED',
    reason: 'refunded',
    detail: 'Your payment was refunded.',
  })
})

t.test('without a reason the refusal speaks for itself', async (t) => {
  const unpaid = new Refused({ status: 402, code: 'PAYMENT_REQUIRED', reason: 'not_entitled' })
  const { session } = setUp([undefined, unpaid])
  await session.get()
  t.match(await refusal(t, session.withToken(use(ended()).call)), { reason: 'not_entitled' })
})

t.test('a renewal that finds no server may be tried again', async (t) => {
  const { session } = setUp([undefined, new Unreachable(0)])
  await session.get()
  await t.rejects(session.withToken(use(ended()).call), { message: 'no answer' })
  t.equal(await session.withToken(use().call), 'by token 3')
})

t.test('a released session is given back, and play that goes on opens another', async (t) => {
  const { session, closed, renewed } = setUp()
  await session.get()
  session.release()
  session.release()
  t.same(closed, ['token 1'], 'once, and whatever comes of it')
  t.equal(session.current, undefined)
  t.equal(await session.withToken(use().call), 'by token 2')
  t.same(renewed, ['token 2'])
})

t.test('whoever needs one after a release, and how: it is told', async (t) => {
  const { session, renewed } = setUp()
  session.adopt(sessionOf('given'))
  session.release()
  t.equal((await session.get()).token, 'token 1')
  t.same(renewed, ['token 1'])
})

t.test('one that could not be opened at first takes the place of none', async (t) => {
  const { session, renewed } = setUp([new Unreachable(0)])
  await t.rejects(session.get())
  t.equal((await session.get()).token, 'token 2')
  t.same(renewed, [])
})

t.test('once nobody wants anything any more none is opened', async (t) => {
  const { session, life, opened } = setUp()
  await session.get()
  const { call, tokens } = use()
  const late = session.withToken(async () => {
    session.release()
    life.abort()
    throw ended('expired')
  })
  await t.rejects(late, { name: 'AbortError' })
  await t.rejects(session.withToken(call), { name: 'AbortError' })
  await t.rejects(session.get(), { name: 'AbortError' })
  t.same(tokens, [])
  t.equal(opened(), 1)
})

t.test('one that comes when nobody wants it any more is given back untold', async (t) => {
  const { session, life, closed, renewed } = setUp()
  await session.get()
  session.release()
  const late = session.get()
  life.abort()
  await t.rejects(late, { name: 'AbortError' })
  t.same(closed, ['token 1', 'token 2'])
  t.same(renewed, [])
})
