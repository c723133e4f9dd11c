import { account } from './en/account.ts'
import { area } from './speak.ts'

export const accountWords = area('account', account)
