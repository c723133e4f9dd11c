import type { state as english } from '../en/state.ts'
import type { Translated } from '../speak.ts'

export const state: Partial<Translated<typeof english>> = {}
