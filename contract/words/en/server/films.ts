/** Refusals about films: how the operator keeps them, and how viewers find and play them. */
export const films = {
  'films.noCaptions': 'This film has no such captions.',
  'films.oneCurrency': 'Rent and buy one film in one currency.',
  'films.lateChapter': 'This chapter begins after the film ends.',
  'films.notPlayable':
    'This film cannot be played yet. Upload its file and wait until it is ready.',
  'films.addressTaken': 'Another film has this address. Choose another.',
  'films.paidFor':
    'People have paid for this film, so it cannot be deleted. Archive it instead: nobody else gets it, and they keep it.',
  'films.notEncoded': 'This film has not been encoded yet.',
  'films.notEncoding': 'This film is not being encoded.',
  'films.noFile': 'This film has no file yet. Upload one first.',

  'films.timePassed': 'This time has passed. Choose one that lies ahead, or publish the film now.',
  'films.nowOrLater': 'Publish the film now or at a time, not both.',
  'films.onShow': 'This film is on show already. Unpublish it, then choose when it goes on show.',
  'films.inArchive': 'This film is in the archive. Take it out of there first.',
  'films.stale': 'Someone else has changed this film since you opened it.',
  'previews.gone': 'This link is over, or was taken back. Ask whoever sent it for a new one.',
  'previews.taken':
    'This link was for one person, and someone else has opened it. Ask whoever sent it for a new one.',
  'previews.tooMany': ({ most }: { most: number }) =>
    `This film has ${most} preview links that are open. End one of them first.`,
  'films.copyOf': ({ title }: { title: string }) => `${title} (copy)`,
  'bulk.tooManyNames': ({ most }: { most: number }) =>
    `A film holds ${most} of these. Take some away first.`,
  'bulk.failed': 'This could not be done just now. Try it again.',
  'collections.isSeries': 'The films of a series have their places. Arrange them on its own page.',
  'collections.eitherSold': 'Name either the films of a bundle or the collection that it sells.',
  'collections.sold':
    'This is sold as a whole. Take the bundle from sale first; once somebody has bought it, it stays.',
  'collections.full': ({ most }: { most: number }) =>
    `A collection holds ${most} films. Take some out first.`,
  'collections.addressTaken': 'Another collection has this address. Choose another.',
  'collections.twice': 'This film is in the list already. Name it once.',
  'collections.inItself': 'A collection cannot be in itself. Name films.',
  'collections.inAnother': 'A collection cannot be in another one. Name the films that are in it.',
  'collections.noSeries': 'Only a series has seasons, trailers and extras. Make it a series first.',
  'collections.seriesVideoIds': 'The films of a series stand in its seasons. Name them there.',
  'collections.seasonTwice': 'There is a season with this number already. Choose another.',
  'collections.tooMany': ({ most }: { most: number }) =>
    `A collection holds at most ${most} films. Take some out first.`,
  'collections.stale':
    'Someone else has changed this collection since you opened it. Nothing was saved; look at what it is now.',

  'front.heroMissing': 'Choose the film that leads the page.',
  'front.rowMissing': ({ row }: { row: number }) => `Say what row ${row} shows.`,
  'front.rowTwice': ({ row }: { row: number }) => `Row ${row} is on the page already.`,
  'front.stale':
    'Someone else has arranged the front page since you opened it. Nothing was saved; look at what it is now.',

  'embed.notListed': ({ origin }: { origin: string }) =>
    `Pages of ${origin} may not play films with viewers’ accounts. The operator can list that site in the studio’s settings.`,

  'watchlist.full': ({ most }: { most: number }) =>
    `Your watchlist holds ${most} films. Take one off it first.`,

  'films.cursor': 'cursor: use the nextCursor of the page before, or leave it out.',
  'films.cursorField': 'is not one of ours',

  'films.over': 'The film is over before this segment.',
  'films.tooFast': 'The film is being fetched much faster than it plays. Wait a moment and go on.',
  'films.noRendition': 'This film has no such rendition.',

  'numbers.beforeFrom': 'must not be before from',
  'numbers.tooManyDays': ({ most }: { most: number }) => `must be at most ${most} days after from`,
}
