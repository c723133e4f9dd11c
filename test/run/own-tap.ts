import { testOf } from './tap-of-file.ts'

export * from 'tap'
// biome-ignore lint/style/noDefaultExport: it stands in the place of tap, whose default it is
export default testOf(new URL(import.meta.url).searchParams.get('file') ?? '')
