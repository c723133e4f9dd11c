// A module hook: `tap`, asked for by a test file, is that file's own; and tap gets a light `Domain`.
import type { ResolveHook } from 'node:module'

/** By their addresses: what is installed, and the runner with what it gives out. */
const takesTheRoot = /\/node_modules\/|\/test\/run\/[^/]+\.js(\?|$)/

export const resolve: ResolveHook = (specifier, context, next) => {
  const { parentURL = '' } = context
  if (specifier === 'async-hook-domain') {
    const { href } = new URL('./light-domain.js', import.meta.url)
    return { url: href, format: 'module', shortCircuit: true }
  }
  if (specifier !== 'tap') return next(specifier, context)
  if (/^[^?]+\.test\.js$/.test(parentURL)) {
    const url = new URL('./own-tap.js', import.meta.url)
    url.searchParams.set('file', parentURL)
    return { url: url.href, format: 'module', shortCircuit: true }
  }
  // Its tests would be nobody's, and not run.
  if (!takesTheRoot.test(parentURL)) {
    throw new Error(`${parentURL} imports tap: let the test file give it its test.`)
  }
  return next(specifier, context)
}
