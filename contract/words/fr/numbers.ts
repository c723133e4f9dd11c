import type { numbers as english } from '../en/numbers.ts'
import type { Translated } from '../speak.ts'

export const numbers: Partial<Translated<typeof english>> = {}
