// A module hook: `tap`, asked for by a test file, is that file's own.
import type { ResolveHook } from 'node:module'

export const resolve: ResolveHook = (specifier, context, next) => {
  const { parentURL } = context
  if (specifier !== 'tap' || !/^[^?]+\.test\.js$/.test(parentURL ?? ''))
    return next(specifier, context)
  const url = new URL('./own-tap.js', import.meta.url)
  url.searchParams.set('file', parentURL ?? '')
  return { url: url.href, format: 'module', shortCircuit: true }
}
