import type { sale as english } from '../en/sale.ts'
import type { Translated } from '../speak.ts'

export const sale: Partial<Translated<typeof english>> = {}
