import type { About } from '../../contract/catalog.ts'

const nothing: About = {
  ...{ year: null, ageRating: null },
  ...{ people: [], categories: [], tags: [], countries: [], languages: [] },
}

/** As stored: what is not said is not known. */
export const aboutOf = ({ about }: { about: unknown }): About => ({
  ...nothing,
  ...(about as Partial<About>),
})
