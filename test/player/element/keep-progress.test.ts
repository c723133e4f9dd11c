import t from 'tap'
import { Refused, Unreachable } from '../../../player/element/source/problems.ts'
import { keepProgress } from '../../../player/element/viewing/keep-progress.ts'

/** An API whose way by token ends so. */
function setUp(failure?: Error) {
  const asked: string[] = []
  const api = {
    keepProgress: async (token: string, seconds: number) => {
      asked.push(`token ${token} ${seconds}`)
      if (failure !== undefined) throw failure
    },
    saveProgress: async (videoId: string, seconds: number) => {
      asked.push(`sign-in ${videoId} ${seconds}`)
    },
  }
  const keep = (token: string | undefined) =>
    keepProgress(api, { videoId: 'film', token, positionSeconds: 8 })
  return { asked, keep }
}

const refused = (status: number) =>
  new Refused({ type: 'about:blank', title: 'No', status, code: 'NOT_FOUND' })

t.test('the place is told by the session', async (t) => {
  const { asked, keep } = setUp()
  await keep('T')
  t.same(asked, ['token T 8'])
})

t.test('by the sign-in where no session plays, or it is over', async (t) => {
  const none = setUp()
  await none.keep(undefined)
  t.same(none.asked, ['sign-in film 8'])
  const over = setUp(refused(410))
  await over.keep('T')
  t.same(over.asked, ['token T 8', 'sign-in film 8'])
})

t.test('not for a stranger, and not again where nothing was heard', async (t) => {
  for (const failure of [refused(401), new Unreachable(0)]) {
    const { asked, keep } = setUp(failure)
    await t.rejects(keep('T'), failure)
    t.same(asked, ['token T 8'])
  }
})
