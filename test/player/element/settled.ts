/** Until everything has run that waits for nothing but promises which are kept already. */
export const settled = () => new Promise((resolve) => setImmediate(resolve))
