import { Prisma } from './prisma/client.ts'

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code

/** There is one already of what may be there once, such as an address. */
export const isTaken = (error: unknown): boolean => hasCode(error, 'P2002')

/** What a row refers to is not there. */
export const namesNothing = (error: unknown): boolean => hasCode(error, 'P2003')
