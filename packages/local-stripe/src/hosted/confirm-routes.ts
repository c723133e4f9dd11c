import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Account } from '../account.ts'
import { settleAnswer } from '../billing/settle.ts'
import { keeping } from '../http/keeping.ts'
import { fieldsOf, notHere, ownPath } from './fields.ts'
import { html } from './html.ts'
import { sendPage } from './layout.ts'

/** The 3-D Secure step of an intent that waits in `requires_action`: `/confirm/:id`. */
export function confirmRoutes(app: FastifyInstance, account: Account): void {
  const waiting = (id: string) => {
    const { paymentIntents, setupIntents } = account.tables
    const intent = paymentIntents.get(id) ?? setupIntents.get(id)
    return intent?.status === 'requires_action' ? intent : undefined
  }
  const idOfPage = (request: FastifyRequest) => (request.params as { id: string }).id

  app.get('/confirm/:id', async (request, reply) => {
    const intent = waiting(idOfPage(request))
    if (!intent) return notHere(reply)
    const { back } = request.query as { back?: string }
    return sendPage(
      reply,
      'Confirm',
      html`<section><h1>Your bank asks: is this yours?</h1>
<p>This stands for the 3-D Secure step that a bank puts between the card and the payment.</p>
<form class="actions" method="post" action="/confirm/${intent.id}">
${ownPath(back) && html`<input type="hidden" name="back" value="${ownPath(back)}">`}
<button class="good" name="outcome" value="succeed">Confirm</button>
<button class="danger" name="outcome" value="fail">Refuse</button>
</form></section>`,
    )
  })

  app.post('/confirm/:id', async (request, reply) => {
    const intent = waiting(idOfPage(request))
    if (!intent) return notHere(reply)
    const { outcome, back } = fieldsOf(request)
    const confirmed = outcome === 'succeed'
    keeping(account, () => settleAnswer(account, intent.id, confirmed))
    const path = ownPath(back)
    if (path) return reply.redirect(path, 303)
    return sendPage(
      reply,
      'Confirmed',
      html`<section><h1>${confirmed ? 'Confirmed' : 'Refused'}</h1><p>You can close this page.</p></section>`,
    )
  })
}
