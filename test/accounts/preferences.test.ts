import t from 'tap'
import { build } from '../fixtures/app.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

const { app } = await build(t)
const address = '/api/me/preferences'
const ana = await signedUp(app)
const change = (payload: object) => ana.request('PATCH', address, payload)

t.test('name, language and mails wanted are each changed alone, and exported', async (t) => {
  t.same((await ana.get(address)).json(), { name: null, language: null, wantsNews: false })
  t.same((await change({ name: ' Ana María O’Neill-Smith ' })).json(), {
    ...{ name: 'Ana María O’Neill-Smith', language: null, wantsNews: false },
  })
  t.match((await change({ language: 'de-AT' })).json(), { language: 'de-AT', wantsNews: false })
  t.match((await change({ wantsNews: true })).json(), { language: 'de-AT', wantsNews: true })
  t.match((await ana.get('/api/me/export')).json().account, {
    ...{ name: 'Ana María O’Neill-Smith', language: 'de-AT', wantsNews: true },
  })
  t.match((await change({ name: null, language: null })).json(), { name: null, language: null })
})

t.test('a name is no place for a link, and nothing else is taken', async (t) => {
  const refused = async (payload: object) => (await change(payload)).statusCode
  for (const name of ['', '   ', 'a'.repeat(61), 'win@evil.example', 'http://a', 'a\nb', '<b>']) {
    t.equal(await refused({ name }), 400, JSON.stringify(name))
  }
  t.equal(await refused({ name: 'a'.repeat(60) }), 200)
  t.equal(await refused({ language: 'English' }), 400)
  t.equal(await refused({ wantsNews: 'yes' }), 400)
  t.equal(await refused({}), 400)
  t.equal(await refused({ role: 'admin' }), 400)
  t.equal((await visitor(app).get(address)).statusCode, 401)
})
