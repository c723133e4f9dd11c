import type { Plugin } from 'vite'

/** The typeface is asked for with the page, rather than when its style sheet has been read. */
export const preloadTypeface = (): Plugin => ({
  name: 'preload-typeface',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const file = Object.keys(bundle).find((name) => /latin-wght-normal-[^/]*\.woff2$/.test(name))
      if (file === undefined) return []
      const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}` }
      return [{ tag: 'link', attrs: { ...attrs, crossorigin: '' }, injectTo: 'head' }]
    },
  },
})
