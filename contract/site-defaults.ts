/** What holds where the operator has set nothing. */
export const defaultSite = {
  name: 'Matinee',
  description: 'Films to watch at home.',
  currency: 'usd',
  language: 'en',
} as const

/** Pictures that a logo may be, by their media type. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export const largestLogoBytes = 2 * 1024 * 1024
