import t from 'tap'
import {
  chosenLanguage,
  directionOf,
  languageFor,
  localeOf,
} from '../../../contract/words/languages.ts'
import { readersLanguage } from '../../../player/ui/language.ts'

t.test('the first language wanted that is known is spoken', async (t) => {
  t.equal(languageFor(['de-AT', 'en']), 'de')
  t.equal(languageFor(['pt-BR', 'ES-mx']), 'es')
  t.equal(languageFor(['pt', 'toString']), null)
  t.equal(languageFor([]), null)
})

t.test('a choice is read from among the other cookies', async (t) => {
  t.equal(chosenLanguage('a=b; matinee_language=fr; c=d'), 'fr')
  t.equal(chosenLanguage('matinee_language=de'), 'de')
  t.equal(chosenLanguage('not_matinee_language=de'), null)
  t.equal(chosenLanguage('matinee_language=constructor'), null)
  t.equal(chosenLanguage(undefined), null)
})

t.test('a choice counts before the browser, and the browser before the site', async (t) => {
  t.equal(readersLanguage('matinee_language=fr', ['de'], 'es'), 'fr')
  t.equal(readersLanguage('', ['de-CH', 'en'], 'es'), 'de')
  t.equal(readersLanguage('', ['pt'], 'es-MX'), 'es')
  t.equal(readersLanguage('', ['pt'], 'nl'), 'en')
})

t.test('dates are written as the reader’s region does, in the language of the page', async (t) => {
  t.equal(localeOf('de', ['en-GB', 'de-AT']), 'de-AT')
  t.equal(localeOf('fr', ['en-GB', 'de-AT']), 'fr')
})

t.test('some languages are written from the right', async (t) => {
  t.equal(directionOf('ar-EG'), 'rtl')
  t.equal(directionOf('he'), 'rtl')
  t.equal(directionOf('de'), 'ltr')
})
