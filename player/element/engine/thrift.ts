/** https://wicg.github.io/netinfo/ and https://wicg.github.io/savedata/, where a browser has them. */
interface Connection {
  type?: string
  saveData?: boolean
}

/** Whether bytes that may never be watched are better not fetched: the viewer says so, or pays by them. */
export function isThrifty(
  { connection }: { connection?: Connection } = navigator as { connection?: Connection },
): boolean {
  return connection?.saveData === true || connection?.type === 'cellular'
}
