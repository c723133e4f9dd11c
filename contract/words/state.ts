import { state } from './en/state.ts'
import { area } from './speak.ts'

export const stateWords = area('state', state)
