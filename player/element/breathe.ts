interface Scheduler {
  yield?(): Promise<void>
}

/** Lets the browser draw and hear its viewer between two pieces of work that are long for a phone. */
export const breathe = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: Scheduler }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}
