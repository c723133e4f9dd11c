/** Something fills the screen. Browsers that know no full screen have no such member: iPhones. */
export const inFullScreen = (): boolean => Boolean(document.fullscreenElement)

/** A film is in a small window. Of those Firefox and Android's web views know nothing. */
export const inSmallWindow = (): boolean => Boolean(document.pictureInPictureElement)
