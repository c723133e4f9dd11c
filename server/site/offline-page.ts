import type { FastifyReply } from 'fastify'
import { say } from '../../contract/words/server.ts'
import { sendPlainPage } from '../plugins/plain-page.ts'

/** Nobody has to watch for the network: once it is there the page that was wanted is asked for again. */
const script = "addEventListener('online', () => location.reload())"

/**
 * Kept by the service worker, for when no other page can be fetched. The link's empty address is the page
 * that was wanted.
 */
export function sendOfflinePage(reply: FastifyReply): FastifyReply {
  const again = `<a href="">${say('offline.again')}</a>`
  const body = `<p>${say('offline.text')}</p>\n${again}`
  return sendPlainPage(reply, say('offline.title'), body, script)
}
