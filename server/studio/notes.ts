import type { PersonNote } from '../../contract/people.ts'
import { say } from '../../contract/words/server.ts'
import { refuseUnknown } from '../accounts/users.ts'
import { audit } from '../audit/audit.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import type { StudioDeps } from '../services.ts'

type Deps = Pick<StudioDeps, 'database' | 'clock'>

const shown = 200
const withAuthor = { include: { author: { select: { email: true } } } } as const

type Row = Prisma.PersonNoteGetPayload<typeof withAuthor>

const toNote = ({ id, at, text, author }: Row): PersonNote => ({
  ...{ id, text, at: at.toISOString(), by: author?.email ?? null },
})

/** The newest first. @throws NOT_FOUND */
export async function listNotes(deps: Deps, userId: string): Promise<PersonNote[]> {
  await refuseUnknown(deps.database, userId)
  const notes = await deps.database.personNote.findMany({
    where: { userId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: shown,
    ...withAuthor,
  })
  return notes.map(toNote)
}

/** @throws NOT_FOUND */
export async function addNote(
  deps: Deps,
  authorId: string,
  userId: string,
  text: string,
): Promise<PersonNote> {
  await refuseUnknown(deps.database, userId)
  const { database, clock } = deps
  const data = { userId, authorId, at: clock.now(), text: text.trim() }
  const note = await database.$transaction(async (tx) => {
    const note = await tx.personNote.create({ data, ...withAuthor })
    // What it says goes with the note: the log is kept for good.
    const details = { note: note.id }
    await audit(tx, { actorId: authorId, action: 'note.added', subject: `user:${userId}`, details })
    return note
  })
  return toNote(note)
}

/** @throws NOT_FOUND */
export async function deleteNote(
  { database }: Deps,
  actorId: string,
  { userId, noteId }: { userId: string; noteId: string },
): Promise<void> {
  await database.$transaction(async (tx) => {
    const { count } = await tx.personNote.deleteMany({ where: { id: noteId, userId } })
    if (count === 0) throw new MatineeError('NOT_FOUND', { detail: say('none.note') })
    const details = { note: noteId }
    await audit(tx, { actorId, action: 'note.deleted', subject: `user:${userId}`, details })
  })
}
