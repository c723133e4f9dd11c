import { runProgram } from './run-program.ts'

const limits = { seconds: 10 }

/** A namespace of its own has no network but a loopback that is down; the user stays who they are. */
const ways: readonly (readonly string[])[] = [
  ['unshare', '--user', '--map-current-user', '--net', '--'],
  ['unshare', '--net', '--'],
]

/**
 * How to run a program without a network, where the platform lets us: some containers and most systems
 * other than Linux do not. It comes on top of what the program is told to open.
 *
 * @returns the words to put before a command; none when there is no way
 */
export async function findIsolation(): Promise<readonly string[]> {
  for (const isolation of ways) {
    const works = await runProgram('true', [], { limits, isolation }).then(
      () => true,
      () => false,
    )
    if (works) return isolation
  }
  return []
}
