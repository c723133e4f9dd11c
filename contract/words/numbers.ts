import { numbers } from './en/numbers.ts'
import { area } from './speak.ts'

export const numbersWords = area('numbers', numbers)
