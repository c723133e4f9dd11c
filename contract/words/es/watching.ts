import { access } from './access.ts'
import { formats } from './formats.ts'
import { offers } from './offers.ts'
import { player } from './player.ts'

/**
 * Spanish. Readers are addressed as "tú", as streaming services do.
 * What the player says.
 */
export const watching = { access, formats, offers, player }
