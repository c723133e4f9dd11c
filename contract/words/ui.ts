import { ui } from './en/ui.ts'
import { area } from './speak.ts'

export const uiWords = area('ui', ui)
