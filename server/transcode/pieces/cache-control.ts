/** Objects never change, but only who got a signed URL may keep them. */
export const cacheControl = 'private, max-age=31536000, immutable'
