import { pageCodes } from './en/page-codes.ts'
import { area } from './speak.ts'

export const pageCodeWords = area('pageCodes', pageCodes)
