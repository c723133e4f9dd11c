// What films are found by and kept with: the part of fill.mjs that searches, rows and lists are measured on.
const film = (n) => `bench_id(2, ${n})`
const person = (n) => `bench_id(1, ${n})`

const about = `jsonb_build_object('year', 1950 + n % 75,
  'people', jsonb_build_array('Director ' || n % 900, 'Actor ' || n % 1700, 'Actor ' || n * 7 % 1700),
  'categories', jsonb_build_array((array['Drama','Comedy','Crime','Documentary','Animation','Western'])[1 + n % 6]),
  'tags', jsonb_build_array('tag ' || n % 300))`

/** @param n how many of each there are */
export const libraryRows = (n) => [
  [
    'Video',
    // What the trigger would write, had triggers not been turned off.
    `update "Video" v set about = told.about, "foldedText" = search_fold(description),
      "foldedNames" = search_fold(concat_ws(' ', title, told.about->>'people', told.about->>'categories', told.about->>'tags'))
    from (select ${film('n')} as id, ${about} as about from generate_series(0, ${n.films - 1}) n) as told
    where told.id = v.id`,
  ],
  [
    'CaptionLine',
    `insert into "CaptionLine" ("captionId", position, "startSeconds", text, folded)
    select bench_id(7, f * 10 + 1), p, p * 5, said, search_fold(said)
    from generate_series(0, ${n.films - 1}) f, generate_series(0, ${n.linesOfFilm - 1}) p,
      lateral (select (array['Where were you','I never said that','Wait for the river','Come back tonight','Nobody knows'])[1 + (f + p) % 5]
        || ' ' || substr(md5(f || '-' || p), 1, 5) as said) as line`,
  ],
  ['Caption', `update "Caption" set "linesRead" = true where language = 'en'`],
  [
    'WatchlistEntry',
    `insert into "WatchlistEntry" ("userId", "videoId", "addedAt")
    select ${person(`n % ${n.people}`)}, ${film(`(n * 17 + n / ${n.people} * 5) % ${n.films}`)}, now() - n * interval '1 second'
    from generate_series(0, ${n.watchlist - 1}) n on conflict do nothing`,
  ],
  [
    'FinishedVideo',
    `insert into "FinishedVideo" ("userId", "videoId", "finishedAt")
    select ${person(`n % ${n.people}`)}, ${film(`(n * 13 + n / ${n.people} * 11) % ${n.films}`)}, now() - n * interval '1 second'
    from generate_series(0, ${n.finished - 1}) n on conflict do nothing`,
  ],
  [
    'Bundle',
    `insert into "Bundle" (id, title, amount, currency)
    select bench_id(16, n), 'Bundle ' || n, 1999, 'usd' from generate_series(0, ${n.bundles - 1}) n`,
  ],
  [
    'BundleVideo',
    `insert into "BundleVideo" ("bundleId", "videoId", position)
    select bench_id(16, b), ${film(`(b * 37 + p) % ${n.films}`)}, p
    from generate_series(0, ${n.bundles - 1}) b, generate_series(0, 9) p on conflict do nothing`,
  ],
  [
    'PreviewLink',
    `insert into "PreviewLink" (id, "videoId", hash, "forOne", "createdAt", "expiresAt")
    select bench_id(17, n), ${film(`n % ${n.films}`)}, decode(md5('p' || n) || md5('q' || n), 'hex'), true, now(), now() + interval '20 days'
    from generate_series(0, ${n.previews - 1}) n`,
  ],
]
