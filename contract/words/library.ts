import { library } from './en/library.ts'
import { area } from './speak.ts'

export const libraryWords = area('library', library)
