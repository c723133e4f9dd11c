import { house } from './en/house.ts'
import { area } from './speak.ts'

export const houseWords = area('house', house)
