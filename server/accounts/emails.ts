/** One address, one account: as it is stored and looked up. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase()
