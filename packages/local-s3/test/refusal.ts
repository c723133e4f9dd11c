import type { Test } from 'tap'

interface SdkError {
  name: string
  $metadata: { httpStatusCode?: number }
}

/** Asserts that S3 refuses with this code and status, as the SDK tells of it. */
export async function refused(
  t: Test,
  call: Promise<unknown>,
  code: string,
  status: number,
): Promise<void> {
  const error = (await call.then(
    () => ({ name: 'nothing was refused', $metadata: {} }),
    (reason: unknown) => reason,
  )) as SdkError
  t.same([error.name, error.$metadata?.httpStatusCode], [code, status], `${status} ${code}`)
}

/** The code in S3's error document. */
export async function codeIn(answer: Response): Promise<string> {
  return /<Code>(.*?)<\/Code>/.exec(await answer.text())?.[1] ?? 'no code'
}
