import { roles } from './en/roles.ts'
import { area } from './speak.ts'

export const roleWords = area('roles', roles)
