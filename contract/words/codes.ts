import { codes } from './en/codes.ts'
import { area } from './speak.ts'

/** By the code of a problem. */
export const codeWords = area('codes', codes)
