import t from 'tap'
import { errorBody, S3Error } from '../src/errors.ts'

t.test('an error is S3’s code, status and sentence, or a nearer sentence', async (t) => {
  t.match(new S3Error('NoSuchKey'), { status: 404, message: 'The specified key does not exist.' })
  t.match(new S3Error('AccessDenied', 'Request has expired'), { status: 403 })
})

t.test('its document tells what, where and in which request', async (t) => {
  const error = new S3Error('InvalidRange', undefined, { ActualObjectSize: 10 })
  t.equal(
    errorBody(error, '/b/a&b', 'REQ'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><ActualObjectSize>10</ActualObjectSize><Resource>/b/a&amp;b</Resource><RequestId>REQ</RequestId></Error>',
  )
})
