import { collections } from './en/collections.ts'
import { area } from './speak.ts'

export const collectionWords = area('collections', collections)
