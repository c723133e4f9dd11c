import { opening } from './en/opening.ts'
import { area } from './speak.ts'

export const openingWords = area('opening', opening)
