import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'
import { thirdPartyNotices } from '../server/third-party-notices.mjs'
import { adoptedStyles } from './adopted-styles.ts'
import { keepOldParts } from './keep-old-parts.ts'
import { preloadTypeface } from './preload-typeface.ts'

const here = import.meta.dirname
/** Whose addresses stand in other sites' pages, or in pages that the server writes. */
const keptNames = new Set(['matinee-player', 'embed'])

/**
 * Builds the pages and the embeddable element into dist/player-site, which the API serves as they are.
 * Everything is hashed but the pages, `embed.js`, and `matinee-player.js`, whose address other sites may
 * write down.
 */
export default defineConfig({
  root: join(here, 'site'),
  publicDir: join(here, 'site', 'public'),
  plugins: [
    preact(),
    adoptedStyles(),
    preloadTypeface(),
    keepOldParts(),
    thirdPartyNotices('third-party-notices.txt'),
    // The API serves these in place of the files themselves.
    compression({
      include: /\.(js|css|svg)$/,
      threshold: 1024,
      algorithms: ['brotliCompress', 'gzip'],
    }),
  ],
  experimental: {
    // Scripts find their parts beside themselves, so that the element also loads on another site's page.
    renderBuiltUrl: (name, { hostType }) => (hostType === 'js' ? { relative: true } : `/${name}`),
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:3000', '/play': 'http://127.0.0.1:3000' },
  },
  build: {
    outDir: join(here, '..', 'dist', 'player-site'),
    emptyOutDir: false,
    target: 'es2022',
    // An inlined asset would be a data: address, which the content security policy does not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // How long a build takes on this machine is no warning.
      checks: { pluginTimings: false },
      input: {
        site: join(here, 'site', 'index.html'),
        'matinee-player': join(here, 'element', 'define.ts'),
        embed: join(here, 'embed', 'main.ts'),
      },
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: (chunk) =>
          keptNames.has(chunk.name) ? '[name].js' : 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { name: 'hls', test: /node_modules[\\/]hls\.js/ },
            {
              name: 'media-chrome',
              test: /node_modules[\\/]media-chrome[\\/](?!dist[\\/]lang[\\/](?!en))/,
            },
          ],
        },
      },
    },
  },
})
