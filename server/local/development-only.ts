/**
 * Loads what only development installs.
 *
 * @param instead what to do where it is not there
 * @throws Error with one sentence for the person at the terminal
 */
export async function developmentOnly<T>(load: () => Promise<T>, instead: string): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Error(
      `Local mode needs what a production installation leaves out: ${instead}, or run npm ci && npm run build where Matinee's source lies.`,
    )
  }
}
