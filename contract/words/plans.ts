import { plans } from './en/plans.ts'
import { area } from './speak.ts'

export const planWords = area('plans', plans)
