import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

/** The folder of the package that a module of node_modules belongs to; null for our own. */
function packageOf(id) {
  if (!id.includes(`${sep}node_modules${sep}`)) return null
  let folder = dirname(id.replace(/^\0/, '').split('?')[0])
  while (folder.includes(`${sep}node_modules${sep}`)) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name !== undefined) return folder
    folder = dirname(folder)
  }
  return null
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`
  return `${name} ${version}: ${license ?? 'see below'}${text}\n`
}

/**
 * A plugin that writes, beside what it bundles, the licences of all packages that went into it: most
 * ask for no more than to be handed on.
 *
 * @param {string} fileName of the notices
 */
export function thirdPartyNotices(fileName) {
  let root = ''
  return {
    name: 'third-party-notices',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_options, bundle) {
      // What style sheets name, such as a typeface, is no module, but keeps where it came from.
      const ids = Object.values(bundle).flatMap(({ modules, originalFileNames = [] }) => [
        ...Object.keys(modules ?? {}),
        ...originalFileNames.map((name) => resolve(root, name)),
      ])
      const folders = new Set(ids.map(packageOf).filter((folder) => folder !== null))
      const source = [...folders]
        .sort()
        .map(noticeOf)
        .join(`\n${'-'.repeat(80)}\n\n`)
      this.emitFile({ type: 'asset', fileName, source })
    },
  }
}
