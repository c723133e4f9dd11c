/** In small letters, as Postgres writes it: what stands in an address is also compared as text. */
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
