import t, { type Test } from 'tap'
import { videoEvents } from '../../server/studio/video-events.ts'
import type { VideoNews } from '../../server/studio/video-news.ts'

/** A film whose every change is told by hand. */
function video() {
  const followers = new Set<() => void>()
  const news: VideoNews = {
    follow: (_id, onChange) => {
      followers.add(onChange)
      return () => followers.delete(onChange)
    },
  }
  const state = { progress: 0 }
  const change = (progress: number) => {
    state.progress = progress
    for (const tell of followers) tell()
  }
  return { news, followers, change, load: async () => ({ ...state }) }
}

const times = { gapMs: 0, lookMs: 60_000, lifeMs: 60_000 }

function follow(t: Test, own: Partial<typeof times> = {}) {
  const made = video()
  const stop = new AbortController()
  t.teardown(() => stop.abort())
  const events = videoEvents(made.news, 'f', made.load, stop.signal, { ...times, ...own })
  const next = async () => (await events.next()).value
  return { ...made, stop, next, events }
}

t.test('a page is told how the film stands, then of each change', async (t) => {
  const { next, change } = follow(t)
  t.equal(await next(), 'retry: 1000\n\n')
  t.equal(await next(), 'data: {"progress":0}\n\n')
  const told = next()
  change(0.5)
  t.equal(await told, 'data: {"progress":0.5}\n\n')
})

t.test('a change while nobody asked is not lost', async (t) => {
  const { next, change } = follow(t)
  await next()
  await next()
  change(0.5)
  change(0.6)
  t.equal(await next(), 'data: {"progress":0.6}\n\n')
})

t.test(
  'a notice that got lost is made up for by looking, and sameness is only a comment',
  async (t) => {
    const { next } = follow(t, { lookMs: 1 })
    await next()
    await next()
    t.equal(await next(), ':\n\n')
  },
)

t.test('the stream ends when the page goes, the server closes or its time is up', async (t) => {
  const gone = follow(t)
  await gone.next()
  await gone.next()
  const last = gone.next()
  gone.stop.abort()
  t.equal(await last, undefined)
  t.equal(gone.followers.size, 0, 'nobody is told any more')
  const old = follow(t, { lifeMs: 1 })
  for await (const _ of old.events);
  t.equal(old.followers.size, 0)
})

t.test('what cannot be loaded ends the stream, so that the page asks anew', async (t) => {
  const { news, followers } = video()
  const load = () => Promise.reject(new Error('database down'))
  const events = videoEvents(news, 'f', load, new AbortController().signal, times)
  await events.next()
  await t.rejects(events.next(), /database down/)
  t.equal(followers.size, 0)
})
