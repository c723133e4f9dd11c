import { numbers } from './en/numbers.ts'
import { deviceName } from './format.ts'
import { area } from './speak.ts'

export const numbersWords = area('numbers', numbers)

/** @param device as the server names it; null: not known */
export const watchedWith = (device: string | null): string =>
  device === null ? numbersWords('deviceUnknown') : deviceName(device)
