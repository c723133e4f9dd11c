import type { StudioVideo } from '../../../contract/studio.ts'

/** A film that is ready, but for what is changed. */
export const aStudioVideo = (changes: Partial<StudioVideo> = {}): StudioVideo => ({
  id: 'f1',
  slug: 'night-ferry',
  title: 'Night Ferry',
  description: '',
  status: 'ready',
  progress: 1,
  step: null,
  failure: null,
  published: false,
  visibility: 'public',
  publishAt: null,
  alsoAv1: null,
  publishedAt: null,
  createdAt: '2031-05-03T12:00:00Z',
  durationSeconds: 60,
  posterUrl: null,
  access: { free: false, planIds: [], rent: null, buy: null, teaserSeconds: null },
  chapters: [],
  about: {
    ...{ year: null, ageRating: null },
    ...{ people: [], categories: [], countries: [], languages: [] },
  },
  captions: [],
  ...changes,
})
