// What plays and encodes does so by the wall's clock, and beside other files on a small machine that clock
// can overtake a test. Such a file is run once more with the machine to itself: what fails then has failed,
// and what passes only then is told as unsteady, with what was wrong, for somebody to mend.
import type { TestFile } from './choose.ts'
import type { Outcome } from './run-file.ts'

/** Where more than this fail, it is not for want of time. */
export const mostFiles = 5

export interface SecondLook {
  file: TestFile
  first: Outcome
  second: Outcome
}

/**
 * @param isTimed whether a file plays or encodes; no other gets a second look
 * @param run runs a file with the machine to itself
 */
export async function lookAgain(
  outcomes: ReadonlyMap<TestFile, Outcome>,
  isTimed: (file: TestFile) => boolean,
  run: (file: TestFile) => Promise<Outcome>,
): Promise<SecondLook[]> {
  const failed = [...outcomes].filter(([, outcome]) => outcome.failed > 0)
  if (failed.length > mostFiles) return []
  const looks: SecondLook[] = []
  for (const [file, first] of failed.filter(([file]) => isTimed(file))) {
    looks.push({ file, first, second: await run(file) })
  }
  return looks
}
