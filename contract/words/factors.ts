import { factors } from './en/factors.ts'
import { area } from './speak.ts'

export const factorWords = area('factors', factors)
