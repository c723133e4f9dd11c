import { player } from './en/player.ts'
import { area } from './speak.ts'

export const playerWords = area('player', player)
