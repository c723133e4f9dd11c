import { offers } from './en/offers.ts'
import { area } from './speak.ts'

export const offerWords = area('offers', offers)
