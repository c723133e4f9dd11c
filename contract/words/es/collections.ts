import type { collections as english } from '../en/collections.ts'
import type { Translated } from '../speak.ts'

export const collections: Partial<Translated<typeof english>> = {}
