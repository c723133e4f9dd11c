import { access } from './access.ts'
import { formats } from './formats.ts'
import { offers } from './offers.ts'
import { player } from './player.ts'

/**
 * French. Readers are addressed as "vous"; the product's own sentences are short and without jargon.
 * What the player says.
 */
export const watching = { access, formats, offers, player }
