import type { operators as english } from '../en/operators.ts'
import type { Translated } from '../speak.ts'

export const operators: Partial<Translated<typeof english>> = {}
