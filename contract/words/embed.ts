import { embed } from './en/embed.ts'
import { area } from './speak.ts'

export const embedWords = area('embed', embed)
