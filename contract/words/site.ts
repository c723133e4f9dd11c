import { site } from './en/site.ts'
import { area } from './speak.ts'

export const siteWords = area('site', site)
