import type { people as english } from '../en/people.ts'
import type { Translated } from '../speak.ts'

export const people: Partial<Translated<typeof english>> = {}
