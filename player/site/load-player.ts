import { loadPart } from '../ui/load-part.ts'

/** The player's code, which only films' pages need. */
export const loadPlayer = () => loadPart(() => import('../element/define.ts'))
