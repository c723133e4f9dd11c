// What is asked of each GET route, by the names of contract/operations: addresses whose rows differ from
// one request to the next, as they do when many people ask.
import { pick } from './rows.mjs'

const pages = (path, more = {}) => ({ path, ...more })

/** Of answers that come from Stripe or last as long as they are listened to. */
export const notMeasured = {
  listInvoices: 'asks Stripe',
  listUnclaimedCustomers: 'asks Stripe',
  followVideo: 'lasts as long as it is listened to',
  exportAudit: 'as long as the log',
  exportPeople: 'as long as the list',
  listPromotionCodes: 'asks Stripe',
}

/** Numbers' pages may take longer: nobody waits for them to press play. */
export const slower = new Set([
  ...['getQuality', 'getNumbers', 'getSummary', 'getAudience'],
  // Counts who pays what.
  'listStudioPlans',
])

const yearAgo = new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10)

/** Each a function that gives the next request: a path, and who asks. */
export const requests = (rows) => {
  const film = () => rows.film(pick(rows.films))
  const play = (path) => () => pages(`/play/${rows.token()}${path}`)
  const studio = (path) => () =>
    pages(typeof path === 'function' ? path() : path, { as: 'operator' })
  const mine = (path) => () => pages(path, { as: 'viewer' })
  const seen = (path) => () => pages(typeof path === 'function' ? path() : path, { as: 'viewer' })
  return {
    getMe: [mine('/api/me')],
    getFactors: [mine('/api/me/factors')],
    getPreferences: [mine('/api/me/preferences')],
    getSession: [mine('/api/session'), () => pages('/api/session')],
    getWatchlist: [mine('/api/me/watchlist')],
    getOEmbed: [() => pages(`/oembed?url=${rows.page(`/films/film-${pick(rows.films) | 1}`)}`)],
    listDevices: [mine('/api/me/devices')],
    exportAccount: [mine('/api/me/export')],
    listPlans: [() => pages('/api/plans')],
    getBilling: [mine('/api/billing')],
    listPayments: [mine('/api/me/payments')],
    listStudioPayments: [studio('/api/studio/payments'), studio('/api/studio/payments?limit=100')],
    getBillingState: [studio('/api/studio/billing')],
    listInboxEvents: [
      studio('/api/studio/billing/events'),
      studio('/api/studio/billing/events?status=dead'),
      studio('/api/studio/billing/events?status=ignored&limit=200'),
    ],
    listVideos: [
      seen('/api/videos'),
      seen('/api/videos?limit=100'),
      seen(() => `/api/videos?q=${pick(['river', 'golden', 'quiet summer', 'nowhere', 'we'])}`),
    ],
    getVideo: [seen(() => `/api/videos/film-${pick(rows.films) | 1}`)],
    listSimilar: [seen(() => `/api/videos/film-${pick(rows.films) | 1}/similar`)],
    search: [
      seen(
        () => `/api/search?q=${pick(['river', 'golden', 'quiet summer', 'director 12', 'crime'])}`,
      ),
      seen(() => `/api/search?q=${pick(['nobody knows', 'wait', 'come back'])}`),
      seen(() => `/api/search?q=${pick(['rivr', 'goldan', 'mountian', 'nowhere at all'])}`),
    ],
    getFront: [seen('/api/front'), () => pages('/api/front')],
    getPoster: [seen(() => `/api/videos/film-${pick(rows.films) | 1}/poster`)],
    listCollections: [seen('/api/collections')],
    getCollection: [seen(() => `/api/collections/collection-${pick(rows.collections)}`)],
    listContinueWatching: [
      mine('/api/me/begun'),
      () => pages('/api/me/begun', { as: 'collector' }),
    ],
    getSite: [() => pages('/api/site')],
    getLegalPage: [() => pages('/api/site/legal/privacy')],
    getSettings: [studio('/api/studio/settings')],
    listMails: [studio('/api/studio/mails'), studio(() => `/api/studio/mails?to=${rows.word()}`)],
    getState: [studio('/api/studio/state')],
    listMailTexts: [studio('/api/studio/mail-texts')],
    listBundles: [studio('/api/studio/bundles')],
    listOperators: [studio('/api/studio/operators')],
    getOpening: [studio('/api/studio/opening')],
    listStudioPlans: [studio('/api/studio/plans')],
    listStreams: [mine('/api/me/streams')],
    getMasterPlaylist: [play('/main.m3u8')],
    getPlaylist: [play('/720p/index.m3u8')],
    getKeyFramePlaylist: [play('/720p/keys.m3u8')],
    getUrls: [play('/720p/urls?from=0&count=8')],
    redirectToInit: [play('/720p/init.mp4')],
    redirectToSegment: [play('/720p/0.m4s')],
    redirectToCaptions: [play('/captions-en/0.vtt')],
    getExtras: [play('/extras')],
    getStoryboard: [play('/storyboard.vtt')],
    redirectToStoryboardSheet: [play('/storyboard/0.jpg')],
    listStudioVideos: [
      studio('/api/studio/videos'),
      studio('/api/studio/videos?limit=100'),
      studio(() => `/api/studio/videos?q=${pick(['river', 'golden', 'nowhere', 'letter 4'])}`),
    ],
    getStudioVideo: [studio(() => `/api/studio/videos/${film()}`)],
    getEncode: [studio(() => `/api/studio/videos/${film()}/encode`)],
    listPreviews: [studio(() => `/api/studio/videos/${film()}/previews`)],
    getStudioFront: [studio('/api/studio/front')],
    listStudioCollections: [studio('/api/studio/collections')],
    getStudioCollection: [
      studio(() => `/api/studio/collections/${rows.collection(pick(rows.collections))}`),
    ],
    listAudit: [
      studio('/api/studio/audit?limit=200'),
      studio(() => `/api/studio/audit?subject=user:${rows.person(pick(rows.people))}`),
    ],
    getQuality: [
      studio('/api/studio/quality'),
      studio('/api/studio/quality?days=30'),
      studio('/api/studio/quality?days=365'),
    ],
    getSummary: [studio('/api/studio/summary')],
    listLive: [studio('/api/studio/live')],
    getAudience: [
      studio(`/api/studio/videos/${rows.film(0)}/audience`),
      studio(`/api/studio/videos/${rows.film(0)}/audience?from=${yearAgo}`),
    ],
    getNumbers: [studio('/api/studio/numbers'), studio(`/api/studio/numbers?from=${yearAgo}`)],
    listPeople: [
      studio('/api/studio/users'),
      studio(() => `/api/studio/users?q=${rows.word()}`),
      studio('/api/studio/users?q=an'),
      studio('/api/studio/users?q=nobody.like.this'),
    ],
    getPerson: [studio(() => `/api/studio/users/${rows.person(pick(rows.people))}`)],
    getPersonStory: [studio(() => `/api/studio/users/${rows.person(pick(rows.people))}/story`)],
    listPeopleCountries: [studio('/api/studio/users/countries')],
    listNotes: [studio(() => `/api/studio/users/${rows.person(pick(rows.people))}/notes`)],
    listGrants: [studio(() => `/api/studio/users/${rows.person(pick(rows.grants) * 7)}/grants`)],
    explainAccess: [
      studio(() => `/api/studio/users/${rows.person(pick(rows.people))}/access/${film()}`),
    ],
    listUploads: [studio(() => `/api/studio/videos/${film()}/uploads`)],
    getUpload: [studio(() => `/api/studio/uploads/${rows.upload(pick(rows.films))}`)],
  }
}
