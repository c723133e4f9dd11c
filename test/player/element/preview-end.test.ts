import t from 'tap'
import { PreviewEnd, wasPreview } from '../../../player/element/engine/preview-end.ts'
import type { Problem } from '../../../player/element/source/problems.ts'

const unpaid: Problem = { status: 402, code: 'PAYMENT_REQUIRED' }
const takenOver: Problem = { status: 409, code: 'STREAM_TAKEN_OVER' }

t.test('a preview is watched to its last frame, though the rest was refused before', async (t) => {
  const previewEnd = new PreviewEnd()
  t.equal(previewEnd.at(8), undefined, 'nothing stands there before a refusal')
  t.ok(previewEnd.met(unpaid, 8, 10))
  t.equal(previewEnd.at(7.5), undefined)
  t.equal(previewEnd.at(7.9), unpaid)
})

t.test('of several refusals the one nearest to the beginning is the end', async (t) => {
  const previewEnd = new PreviewEnd()
  previewEnd.met(unpaid, 8, 10)
  previewEnd.met(unpaid, 12, 10)
  t.equal(previewEnd.at(8), unpaid)
})

t.test('what is refused before its start is known ends where the preview does', async (t) => {
  const previewEnd = new PreviewEnd()
  t.ok(previewEnd.met(unpaid, undefined, 10))
  t.equal(previewEnd.at(9), undefined)
  t.equal(previewEnd.at(10), unpaid)
})

t.test('other refusals are not the end of a preview', async (t) => {
  const previewEnd = new PreviewEnd()
  t.notOk(previewEnd.met(takenOver, 8, 10))
  t.notOk(previewEnd.met(unpaid, 8, null), 'nor is any where there is no preview')
  t.equal(previewEnd.at(100), undefined)
})

t.test('once cleared it stands nowhere', async (t) => {
  const previewEnd = new PreviewEnd()
  previewEnd.met(unpaid, 8, 10)
  previewEnd.clear()
  t.equal(previewEnd.at(100), undefined)
})

t.test(
  'a browser that plays by itself has come to the end of a preview, or of the film',
  async (t) => {
    t.ok(wasPreview(8, 8))
    t.ok(wasPreview(7.8, 8), 'the last frame is as good as the end')
    t.notOk(wasPreview(6, 8), 'a film that is shorter than its preview')
    t.notOk(wasPreview(64, null))
  },
)
