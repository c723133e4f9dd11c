import { settings } from './en/settings.ts'
import { area } from './speak.ts'

export const settingsWords = area('settings', settings)
