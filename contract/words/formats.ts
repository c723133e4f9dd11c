import { formats } from './en/formats.ts'
import { area } from './speak.ts'

export const formatWords = area('formats', formats)
