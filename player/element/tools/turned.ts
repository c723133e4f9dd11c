type Lockable = ScreenOrientation & { lock?: (to: 'landscape') => Promise<void> }

/** A film that is wider than high fills a phone's screen lying down, however the phone is held. */
export function turnInFullScreen(host: HTMLElement, video: HTMLVideoElement): void {
  host.addEventListener('fullscreenchange', () => {
    const isHandheld = matchMedia('(pointer: coarse)').matches
    if (!host.matches(':fullscreen') || !isHandheld) return
    if (video.videoWidth <= video.videoHeight) return
    // Browsers that cannot, and those that will not on a tablet, leave it as it is held; all let go
    // with the full screen.
    const orientation: Lockable | undefined = screen.orientation
    orientation?.lock?.('landscape').catch(() => undefined)
  })
}
