/**
 * Amounts are kept in Postgres' integer. In rupiah Stripe takes up to twelve digits, which nothing here costs, but
 * what else is sold by the same account may.
 */
export const isStorable = (amount: number): boolean => amount < 2 ** 31
