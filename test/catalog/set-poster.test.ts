import { randomUUID } from 'node:crypto'
import t from 'tap'
import { setPoster } from '../../server/catalog/set-poster.ts'
import { services } from '../helper.ts'
import { addFilm } from '../rows.ts'

t.test('an uploaded picture is shown for its film alone', async (t) => {
  const parts = await services(t)
  const [film, other] = [await addFilm(parts), await addFilm(parts)]
  await setPoster(parts, film.id, `videos/${film.id}/posters/1.jpg`)
  const posterOf = async (id: string) =>
    (await parts.database.video.findUniqueOrThrow({ where: { id } })).posterKey
  t.equal(await posterOf(film.id), `videos/${film.id}/posters/1.jpg`)
  t.equal(await posterOf(other.id), null)
  await t.resolves(setPoster(parts, randomUUID(), 'x'), 'the film may be gone by now')
})
