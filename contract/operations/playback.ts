import { op, redirect } from './operation.ts'

/** What a playback ends by. */
const ends = ['PAYMENT_REQUIRED', 'STREAM_TAKEN_OVER', 'PLAYBACK_ENDED'] as const
const playlist = 'application/vnd.apple.mpegurl'

export const playback = {
  'POST /api/videos/:idOrSlug/playback': op('startPlayback', 'visitor', [
    'SIGN_IN_REQUIRED',
    'PAYMENT_REQUIRED',
    'NOT_FOUND',
    'TOO_MANY_STREAMS',
    'TOO_MANY_REQUESTS',
  ]),
  'PUT /api/videos/:idOrSlug/progress': op('saveProgress', 'viewer', ['NOT_FOUND']),
  'GET /api/me/streams': op('listStreams', 'viewer'),
  'DELETE /api/me/streams/:id': op('stopStream', 'viewer', ['NOT_FOUND']),
  'POST /play/:token/begin': op('beginPlayback', 'token', [...ends, 'TOO_MANY_STREAMS']),
  'GET /play/:token/main.m3u8': op('getMasterPlaylist', 'token', ends, playlist),
  'GET /play/:token/:rendition/index.m3u8': op('getPlaylist', 'token', ends, playlist),
  'GET /play/:token/:rendition/keys.m3u8': op('getKeyFramePlaylist', 'token', ends, playlist),
  'GET /play/:token/:rendition/urls': op('getUrls', 'token', [
    ...ends,
    'TOO_MANY_STREAMS',
    'TOO_MANY_REQUESTS',
  ]),
  'GET /play/:token/:rendition/init.mp4': op('redirectToInit', 'token', ends, redirect),
  'GET /play/:token/:rendition/:segment.m4s': op(
    'redirectToSegment',
    'token',
    [...ends, 'TOO_MANY_STREAMS', 'TOO_MANY_REQUESTS'],
    redirect,
  ),
  'GET /play/:token/:rendition/0.vtt': op('redirectToCaptions', 'token', ends, redirect),
  'GET /play/:token/extras': op('getExtras', 'token', ends),
  'GET /play/:token/storyboard.vtt': op('getStoryboard', 'token', ends, 'text/vtt'),
  'GET /play/:token/storyboard/:sheet.jpg': op(
    'redirectToStoryboardSheet',
    'token',
    ends,
    redirect,
  ),
  'PUT /play/:token/progress': op('keepProgress', 'token', [...ends, 'SIGN_IN_REQUIRED']),
  'POST /play/:token/beacon': op('reportViewing', 'token'),
  'DELETE /play/:token': op('endPlayback', 'token'),
} as const
