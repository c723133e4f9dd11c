import type { operations as english } from '../en/operations.ts'
import type { Translated } from '../speak.ts'

export const operations: Partial<Translated<typeof english>> = {}
