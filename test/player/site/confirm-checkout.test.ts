import t from 'tap'
import { confirmCheckout } from '../../../player/site/pages/confirm-checkout.ts'
import type { Api } from '../../../player/ui/api.ts'
import { Problem } from '../../../player/ui/problem.ts'

const refusal = (status: number) => new Problem({ status, code: 'X', detail: 'X.' })

/** Confirms against an API that answers with these in turn. */
async function confirming(answers: (Problem | object)[]) {
  const asked: unknown[] = []
  const waits: number[] = []
  const request = async (_method: string, _path: string, options?: { body?: unknown }) => {
    asked.push(options?.body)
    const answer = answers.shift()
    if (answer instanceof Problem) throw answer
    return answer
  }
  const outcome = await confirmCheckout(
    { request } as unknown as Api,
    'cs_1',
    new AbortController().signal,
    async (ms) => {
      waits.push(ms)
    },
  ).catch((error: unknown) => error)
  return { outcome, asked, waits }
}

t.test('a checkout that is paid is confirmed at once', async (t) => {
  const { outcome, asked, waits } = await confirming([{ subscription: null }])
  t.same(outcome, { subscription: null })
  t.same(asked, [{ sessionId: 'cs_1' }])
  t.same(waits, [])
})

t.test('trouble that passes is waited for', async (t) => {
  const { outcome, waits } = await confirming([
    refusal(0),
    refusal(502),
    refusal(503),
    { purchase: 1 },
  ])
  t.same(outcome, { purchase: 1 })
  t.equal(waits.length, 3)
})

t.test('trouble that stays is told in the end', async (t) => {
  const { outcome, asked } = await confirming([502, 502, 502, 502].map(refusal))
  t.match(outcome, { status: 502 })
  t.equal(asked.length, 4)
})

t.test('a refusal is not asked again', async (t) => {
  const { outcome, asked } = await confirming([refusal(404)])
  t.match(outcome, { status: 404 })
  t.equal(asked.length, 1)
})
