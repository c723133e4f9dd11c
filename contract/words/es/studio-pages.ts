import { collections } from './collections.ts'
import { library } from './library.ts'
import { numbers } from './numbers.ts'
import { opening } from './opening.ts'
import { operations } from './operations.ts'
import { operators } from './operators.ts'
import { people } from './people.ts'
import { sale } from './sale.ts'
import { settings } from './settings.ts'
import { state } from './state.ts'
import { studio } from './studio.ts'

/** What the studio says. */
export const studioPages = {
  collections,
  library,
  numbers,
  opening,
  operations,
  operators,
  people,
  sale,
  settings,
  state,
  studio,
}
