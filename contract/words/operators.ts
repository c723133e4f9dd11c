import { operators } from './en/operators.ts'
import { area } from './speak.ts'

export const operatorWords = area('operators', operators)
