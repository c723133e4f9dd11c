import { studio } from './en/studio.ts'
import { area } from './speak.ts'

export const studioWords = area('studio', studio)
