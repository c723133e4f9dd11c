import type { opening as english } from '../en/opening.ts'
import type { Translated } from '../speak.ts'

export const opening: Partial<Translated<typeof english>> = {}
