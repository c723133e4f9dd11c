import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { parsedUrl } from '../config/parsed-url.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const loopback = ['localhost', '127.0.0.1', '[::1]']

const nameIn = (host: string | undefined): string | null => {
  return host ? (parsedUrl(`http://${host}`)?.hostname ?? null) : null
}

/**
 * Lets a server that listens on loopback answer to its own names only. A page of another site can have
 * its name point here, and would then read what the browser takes for its own.
 *
 * @param publicUrl whose name is one of its own
 */
export function answerToOwnHost(server: Server, publicUrl: string): void {
  const own = new Set([...loopback, new URL(publicUrl).hostname])
  const listeners = server.listeners('request') as Listener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const name = nameIn(request.headers.host)
    if (name !== null && own.has(name)) {
      for (const listener of listeners) listener.call(server, request, response)
      return
    }
    // "421 (Misdirected Request): … not able to produce an authoritative response for the target URI."
    response.writeHead(421, { 'content-type': 'text/plain', connection: 'close' })
    response.end(`Local mode answers to ${[...own].join(', ')} only.\n`)
  })
}
