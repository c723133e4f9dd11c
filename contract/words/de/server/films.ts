import type { films as english } from '../../en/server/films.ts'
import type { Translated } from '../../speak.ts'

export const films: Translated<typeof english> = {
  'films.noCaptions': 'Dieser Film hat keine solchen Untertitel.',
  'films.oneCurrency': 'Verleihen und verkaufen Sie einen Film in einer Währung.',
  'films.lateChapter': 'Dieses Kapitel beginnt nach dem Ende des Films.',
  'films.notPlayable':
    'Dieser Film kann noch nicht abgespielt werden. Laden Sie seine Datei hoch und warten Sie, bis er bereit ist.',
  'films.addressTaken': 'Ein anderer Film hat diese Adresse. Wählen Sie eine andere.',
  'films.paidFor':
    'Für diesen Film wurde bezahlt, er kann also nicht gelöscht werden. Archivieren Sie ihn stattdessen: Niemand sonst bekommt ihn, und wer ihn hat, behält ihn.',
  'films.notEncoded': 'Dieser Film wurde noch nicht aufbereitet.',
  'films.notEncoding': 'Dieser Film wird gerade nicht aufbereitet.',
  'films.noFile': 'Dieser Film hat noch keine Datei. Laden Sie zuerst eine hoch.',
  'films.timePassed':
    'Dieser Zeitpunkt ist vorbei. Wählen Sie einen in der Zukunft, oder veröffentlichen Sie den Film jetzt.',
  'films.nowOrLater': 'Veröffentlichen Sie den Film jetzt oder zu einem Zeitpunkt, nicht beides.',
  'films.onShow':
    'Dieser Film ist schon im Programm. Nehmen Sie ihn heraus und wählen Sie dann, wann er hineinkommt.',
  'films.inArchive': 'Dieser Film ist im Archiv. Holen Sie ihn zuerst zurück.',
  'films.stale': 'Jemand anderes hat diesen Film geändert, seit Sie ihn geöffnet haben.',
  'previews.gone':
    'Dieser Link ist abgelaufen oder wurde zurückgenommen. Bitten Sie um einen neuen.',
  'previews.taken':
    'Dieser Link war für eine Person, und jemand anderes hat ihn geöffnet. Bitten Sie um einen neuen.',
  'previews.tooMany': ({ most }) =>
    `Dieser Film hat ${most} offene Vorschaulinks. Beenden Sie zuerst einen davon.`,
  'films.copyOf': ({ title }) => `${title} (Kopie)`,
  'bulk.tooManyNames': ({ most }) => `Ein Film fasst ${most} davon. Nehmen Sie zuerst welche weg.`,
  'bulk.failed': 'Das ging gerade nicht. Versuchen Sie es noch einmal.',
  'collections.isSeries':
    'In einer Serie hat jeder Film seinen Platz. Ordnen Sie sie auf ihrer eigenen Seite.',
  'collections.eitherSold':
    'Nennen Sie entweder die Filme eines Pakets oder die Sammlung, die es verkauft.',
  'collections.sold':
    'Sie wird als Ganzes verkauft. Nehmen Sie zuerst das Paket aus dem Verkauf; was jemand gekauft hat, bleibt.',
  'collections.full': ({ most }) =>
    `Eine Sammlung fasst ${most} Filme. Nehmen Sie zuerst welche heraus.`,
  'collections.addressTaken': 'Eine andere Sammlung hat diese Adresse. Wählen Sie eine andere.',
  'collections.twice': 'Dieser Film steht schon in der Liste. Nennen Sie ihn einmal.',
  'collections.inItself': 'Eine Sammlung kann nicht in sich selbst stehen. Nennen Sie Filme.',
  'collections.inAnother':
    'Eine Sammlung kann nicht in einer anderen stehen. Nennen Sie die Filme, die sie enthält.',
  'collections.noSeries':
    'Nur eine Serie hat Staffeln, Trailer und Extras. Machen Sie zuerst eine Serie daraus.',
  'collections.seriesVideoIds':
    'Die Filme einer Serie stehen in ihren Staffeln. Nennen Sie sie dort.',
  'collections.seasonTwice':
    'Eine Staffel mit dieser Nummer gibt es schon. Wählen Sie eine andere.',
  'collections.tooMany': ({ most }) =>
    `Eine Sammlung fasst höchstens ${most} Filme. Nehmen Sie zuerst einige heraus.`,
  'collections.stale':
    'Jemand anders hat diese Sammlung geändert, seit Sie sie geöffnet haben. Nichts wurde gespeichert; sehen Sie nach, wie sie jetzt ist.',
  'front.heroMissing': 'Wählen Sie den Film, der die Seite anführt.',
  'front.rowMissing': ({ row }) => `Geben Sie an, was Reihe ${row} zeigt.`,
  'front.rowTwice': ({ row }) => `Reihe ${row} steht schon auf der Seite.`,
  'front.stale':
    'Jemand anders hat die Startseite geändert, seit Sie sie geöffnet haben. Nichts wurde gespeichert; sehen Sie nach, wie sie jetzt ist.',

  'embed.notListed': ({ origin }) =>
    `Seiten von ${origin} dürfen keine Filme mit den Konten der Zuschauer abspielen. Der Betreiber kann die Website in den Einstellungen des Studios eintragen.`,
  'watchlist.full': ({ most }) =>
    `Ihre Merkliste fasst ${most} Filme. Nehmen Sie zuerst einen herunter.`,
  'films.cursor': 'cursor: Nehmen Sie den nextCursor der Seite davor, oder lassen Sie ihn weg.',
  'films.cursorField': 'ist keiner von unseren',
  'films.over': 'Der Film ist vor diesem Segment zu Ende.',
  'films.tooFast':
    'Der Film wird viel schneller geladen, als er läuft. Warten Sie einen Moment und machen Sie weiter.',
  'films.noRendition': 'Diesen Film gibt es nicht in dieser Fassung.',
  'numbers.beforeFrom': 'darf nicht vor from liegen',
  'numbers.tooManyDays': ({ most }) => `darf höchstens ${most} Tage nach from liegen`,
}
