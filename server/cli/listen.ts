import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

const sentences: Record<string, (at: Pick<Config, 'HOST' | 'PORT'>) => string> = {
  EADDRINUSE: ({ HOST, PORT }) =>
    `PORT ${PORT} of ${HOST} is taken. Stop what listens there, or set another PORT.`,
  EACCES: ({ PORT }) =>
    `PORT ${PORT} may not be opened by this user. Set one above 1023, and let the proxy lead to it.`,
  EADDRNOTAVAIL: ({ HOST }) => noAddress(HOST),
  ENOTFOUND: ({ HOST }) => noAddress(HOST),
  EAI_AGAIN: ({ HOST }) => noAddress(HOST),
}

const noAddress = (host: string) =>
  `HOST ${host} is no address of this machine. Set 127.0.0.1 for a proxy on it, 0.0.0.0 for all.`

/** @throws Error whose message is the sentence to show, where the address cannot be had */
export async function listen(
  app: Pick<FastifyInstance, 'listen'>,
  { HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>,
): Promise<void> {
  try {
    await app.listen({ host: HOST, port: PORT })
  } catch (error) {
    const sentence = sentences[String((error as NodeJS.ErrnoException).code)]
    throw sentence === undefined ? error : new Error(sentence({ HOST, PORT }), { cause: error })
  }
}
