import { op, redirect } from './operation.ts'

export const catalogue = {
  'GET /api/videos': op('listVideos', 'visitor'),
  'GET /api/videos/:idOrSlug': op('getVideo', 'visitor', ['NOT_FOUND']),
  'GET /api/videos/:idOrSlug/similar': op('listSimilar', 'visitor', ['NOT_FOUND']),
  'GET /api/videos/:idOrSlug/poster': op('getPoster', 'visitor', ['NOT_FOUND'], redirect),
  'GET /api/search': op('search', 'visitor'),
  'GET /api/front': op('getFront', 'visitor'),
  'GET /api/collections': op('listCollections', 'visitor'),
  'GET /api/collections/:slug': op('getCollection', 'visitor', ['NOT_FOUND']),
  'POST /api/previews': op('openPreview', 'viewer', ['NOT_FOUND', 'FORBIDDEN']),
  'GET /api/me/begun': op('listContinueWatching', 'viewer'),
  'DELETE /api/me/begun': op('clearHistory', 'viewer'),
  'GET /api/me/watchlist': op('getWatchlist', 'viewer'),
  'PUT /api/me/watchlist/:videoId': op('addToWatchlist', 'viewer', ['NOT_FOUND', 'CONFLICT']),
  'DELETE /api/me/watchlist/:videoId': op('dropFromWatchlist', 'viewer'),
} as const
