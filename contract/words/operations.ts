import { operations } from './en/operations.ts'
import { area } from './speak.ts'

export const operationWords = area('operations', operations)
