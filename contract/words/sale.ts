import { sale } from './en/sale.ts'
import { area } from './speak.ts'

export const saleWords = area('sale', sale)
