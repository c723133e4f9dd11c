import { people } from './en/people.ts'
import { area } from './speak.ts'

export const peopleWords = area('people', people)
