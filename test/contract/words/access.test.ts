import t from 'tap'
import { accessWords, reasonWords, sentenceOf } from '../../../contract/words/access.ts'
import { access } from '../../../contract/words/en/access.ts'

const of = (...kinds: string[]) => kinds.map((kind) => ({ kind }))
const everyOffer = [
  undefined,
  [],
  of('portal'),
  of('plan'),
  of('rent'),
  of('buy'),
  of('rent', 'buy'),
  of('plan', 'rent', 'buy'),
]
const reasons = Object.keys(access)
  .filter((key) => key.endsWith('.title'))
  .map((key) => key.slice(0, -'.title'.length))

t.test('every reason has a title and one sentence, whatever is offered', async (t) => {
  t.ok(reasons.length > 15)
  for (const reason of reasons) {
    for (const offers of everyOffer) {
      const { title = '', text = '' } = reasonWords(reason, offers) ?? {}
      const what = `${reason} ${JSON.stringify(offers)}`
      t.match(title, /^[A-Z].*[^.]$/, what)
      t.match(text, /^[A-Z].*\.$/, what)
      t.notMatch(text.slice(0, -1), /\. |undefined/, what)
    }
  }
})

t.test('nothing is promised that is not offered', async (t) => {
  const text = (...kinds: string[]) => reasonWords('not_entitled', of(...kinds))?.text ?? ''
  t.match(text('plan'), /comes with a plan\.$/)
  t.match(text('rent'), /can rent this film/)
  t.match(text('buy'), /can buy this film/)
  t.match(text('rent', 'buy'), /rent or buy/)
  t.match(text('plan', 'buy'), /a plan, or/)
  t.match(text(), /not part of a plan and not for rent or sale/)
})

t.test('a stranger is not sent to sign in for what nobody can get', async (t) => {
  t.equal(reasonWords('sign_in_required', [])?.title, accessWords('unavailable.title'))
  t.match(reasonWords('sign_in_required', of('plan'))?.title, /Sign in/)
  t.match(reasonWords('sign_in_required')?.title, /Sign in/, 'nor kept from it where it may help')
})

t.test('a reason that is not known has no words', async (t) => {
  t.equal(reasonWords('licence'), undefined)
  t.equal(reasonWords('toString'), undefined)
  t.equal(reasonWords(undefined), undefined)
})

t.test('in one line it is a title and a sentence', async (t) => {
  t.equal(sentenceOf({ title: 'It is over', text: 'Go home.' }), 'It is over. Go home.')
})
