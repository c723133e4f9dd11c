import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { buildApp } from '../../../server/app.ts'
import { pageAccess } from '../../../server/clients/storage.ts'
import { freePort } from '../../../server/local/postgres.ts'
import { scratch, services } from '../../helper.ts'
import { signedUp } from '../../visitor.ts'
import { type Eyes, visitor } from '../site/visit.ts'

/** A real app over a real bucket, without workers, and an operator before it in a real browser. */
export async function studioHouse(t: Test, eyes: Eyes = {}, role: 'admin' | 'member' = 'admin') {
  const url = `http://127.0.0.1:${await freePort()}`
  const parts = await services(t, { PUBLIC_URL: url })
  await parts.storage.ensureCors(pageAccess(url))
  const app = await buildApp(parts)
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
  const operator = await signedUp(app, 'operator@films.example', url)
  await parts.database.user.updateMany({ data: { role } })
  const { page, context, complaints } = await visitor(t, { url }, eyes)
  await context.addCookies(
    [...operator.cookies].map(([name, value]) => ({ name, value, url, httpOnly: true })),
  )
  return { url, page, complaints, services: parts, database: parts.database, operator }
}

/** A file as a person would choose it: begins as an MP4 does. */
export async function aFile(t: Test, name: string, megabytes: number): Promise<string> {
  const bytes = Buffer.alloc(megabytes * 1024 ** 2, name)
  Buffer.from([0, 0, 0, 24]).copy(bytes)
  bytes.write('ftypisom', 4, 'latin1')
  const path = join(await scratch(t), name)
  await writeFile(path, bytes)
  return path
}
