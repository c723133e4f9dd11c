import { access } from './access.ts'
import { formats } from './formats.ts'
import { offers } from './offers.ts'
import { player } from './player.ts'

/**
 * German. Readers are addressed as "Sie", in the plain tone of a shop that knows them.
 * What the player says.
 */
export const watching = { access, formats, offers, player }
