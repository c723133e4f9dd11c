import t from 'tap'
import { isThrifty } from '../../../player/element/engine/thrift.ts'

t.test('bytes are saved where the browser says that they count', async (t) => {
  t.equal(isThrifty({ connection: { saveData: true, type: 'wifi' } }), true)
  t.equal(isThrifty({ connection: { saveData: false, type: 'cellular' } }), true)
  t.equal(isThrifty({ connection: { saveData: false, type: 'wifi' } }), false)
  t.equal(isThrifty({ connection: {} }), false)
  t.equal(isThrifty({}), false, 'a browser that says nothing of it')
})
