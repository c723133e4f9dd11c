import t from 'tap'
import { languageOfName } from '../../server/uploads/language-of-name.ts'

t.test('a file name tells its language before its ending', async (t) => {
  const names: [string, string | null][] = [
    ['Film.de.srt', 'de'],
    ['Film.ger.srt', 'de'],
    ['film_pt-BR.vtt', 'pt-BR'],
    ['Film (en).vtt', 'en'],
    ['Film.eng.forced.srt', 'en'],
    ['The.One.zh-Hans.ass', 'zh-Hans'],
    ['Film.en.sdh.srt', 'en'],
    ['Film.SDH.srt', null],
    ['Film.eng.hi.srt', 'en'],
    ['Film.en.cc.forced.srt', 'en'],
    ['Film.hi.srt', 'hi'],
    ['Film.hin.srt', 'hi'],
    ['de.srt', null],
    ['Film.srt', null],
    ['Film.xyz.srt', null],
    ['', null],
  ]
  for (const [name, language] of names) t.equal(languageOfName(name), language, name)
})
