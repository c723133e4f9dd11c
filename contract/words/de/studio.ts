import type { studio as english } from '../en/studio.ts'
import type { Translated } from '../speak.ts'

export const studio: Partial<Translated<typeof english>> = {}
