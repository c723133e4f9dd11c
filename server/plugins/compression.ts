import { constants } from 'node:zlib'
import { fastifyCompress } from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** Smaller answers fit into the first packets anyway. */
const thresholdBytes = 1024
/** Costs a third of the library's default, for a few per cent more bytes. */
const brotliQuality = 4

/**
 * Compresses pages and JSON on their way out. Built files are compressed already, and so are playlists;
 * what else players ask for is mostly signatures, which do not get smaller.
 */
export const compression = fp(
  async (app: FastifyInstance) => {
    await app.register(fastifyCompress, {
      threshold: thresholdBytes,
      encodings: ['br', 'gzip'],
      customTypes: /^(text\/html|application\/([a-z]+\+)?json)(;|$)/,
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
    })
  },
  { name: 'compression', fastify: '5.x' },
)
