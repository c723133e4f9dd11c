/** The player's code, which only films' pages need. */
export const loadPlayer = () => import('../element/define.ts')
