import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import Negotiator from 'negotiator'
import { chosenLanguage, type Language, languages } from '../../contract/words/languages.ts'
import { learnAll } from '../../contract/words/server-translations.ts'
import { choose } from '../../contract/words/speak.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What whoever asks reads: as chosen, else as their browser asks for. Null: not known. */
    language: Language | null
  }
}

const reader = new AsyncLocalStorage<Language>()

/** Node before 24 slows every promise once a store is used, so that English does without one. */
const usual: Language = 'en'

function languageOf(request: FastifyRequest): Language | null {
  const chosen = chosenLanguage(request.headers.cookie)
  if (chosen !== null) return chosen
  if (request.headers['accept-language'] === undefined) return null
  const [wanted] = new Negotiator(request.raw).languages(Object.keys(languages))
  return (wanted as Language | undefined) ?? null
}

/**
 * Whatever is said while a request is dealt with is said in the language of whoever reads the answer.
 * Players do without: they say by themselves why a film does not play.
 */
export const readerLanguage = fp(
  async (app: FastifyInstance) => {
    learnAll()
    choose(() => reader.getStore() ?? usual)
    app.decorateRequest('language', null)
    app.addHook('onRequest', (request, _reply, done) => {
      request.language = languageOf(request)
      const { language } = request
      if (language === null || language === usual) done()
      else reader.run(language, done)
    })
  },
  { name: 'reader-language' },
)
