import type { FastifyReply, FastifyRequest } from 'fastify'
import { decodeForm } from '../http/form.ts'
import { html } from './html.ts'
import { sendPage } from './layout.ts'

export type Fields = Record<string, string | undefined>

/** What a plain form has sent. */
export const fieldsOf = (request: FastifyRequest): Fields =>
  Object.fromEntries(
    Object.entries(decodeForm(typeof request.body === 'string' ? request.body : '')).flatMap(
      ([name, value]) => (typeof value === 'string' ? [[name, value]] : []),
    ),
  )

export const notHere = (reply: FastifyReply) =>
  sendPage(
    reply,
    'Not found',
    html`<section><h1>There is nothing here</h1>
<p>The link may be old. Go back to the shop and start again.</p></section>`,
    404,
  )

/** Only a path of these pages themselves: nobody is sent elsewhere by a link that others made. */
export const ownPath = (given: string | undefined): string | undefined =>
  given && /^\/(p\/session|invoice)\/[A-Za-z0-9_]+$/.test(given) ? given : undefined
