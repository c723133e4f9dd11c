import t from 'tap'
import { EarlyFetch } from '../../../player/element/early-fetch.ts'

function setUp() {
  const sent: string[] = []
  const early = new EarlyFetch((async (url: string) => {
    sent.push(url)
    if (url === 'lost') throw new TypeError('Failed to fetch')
    return new Response(`${url} ${sent.length}`)
  }) as typeof fetch)
  return { early, sent }
}

const text = async (answer: Promise<Response>) => (await answer).text()

t.test('what was sent for early is there without another request', async (t) => {
  const { early, sent } = setUp()
  early.start('a')
  t.equal(await text(early.fetch('a')), 'a 1')
  t.same(sent, ['a'])
})

t.test('an early answer is handed out once', async (t) => {
  const { early, sent } = setUp()
  early.start('a')
  await early.fetch('a')
  t.equal(await text(early.fetch('a')), 'a 2')
  t.same(sent, ['a', 'a'])
})

t.test('everything else is fetched when asked for', async (t) => {
  const { early } = setUp()
  early.start('a')
  t.equal(await text(early.fetch('b')), 'b 2')
  t.equal(await text(early.fetch(new URL('http://films.example/c'))), 'http://films.example/c 3')
})

t.test('an early failure is heard by the one who asks', async (t) => {
  const { early } = setUp()
  early.start('lost')
  await t.rejects(early.fetch('lost'), { message: 'Failed to fetch' })
})
