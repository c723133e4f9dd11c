/** Characters. Nobody looks for more at a time. */
export const longestSearch = 200
