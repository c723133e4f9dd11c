import type { settings as english } from '../en/settings.ts'
import type { Translated } from '../speak.ts'

export const settings: Partial<Translated<typeof english>> = {}
