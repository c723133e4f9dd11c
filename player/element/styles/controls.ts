/** The player itself, its picture and its controls. */
export const controls = `
:host {
  --font: var(--matinee-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
  --accent: var(--matinee-accent, #f0a35e);
  --accent-text: var(--matinee-accent-text, #1b1108);
  display: grid;
  /* What is wider than the player wraps, rather than be cut off. */
  grid-template-columns: minmax(0, 1fr);
  position: relative;
  aspect-ratio: 16 / 9;
  overflow: clip;
  border-radius: var(--matinee-radius, 0);
  background: #0b0a09;
  color: #f4efe9;
  font-family: var(--font);
  font-size: 1rem;
  line-height: 1.45;
  color-scheme: dark;
  touch-action: manipulation;
  container-type: inline-size;
}
:host([hidden]) { display: none; }
/* There a finger draws it down, and nothing scrolls. */
:host(:fullscreen) media-controller { touch-action: none; }
:host(:fullscreen) { border-radius: 0; aspect-ratio: auto; width: 100%; height: 100%; }

media-controller {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  /* A film runs from left to right whatever is read. */
  direction: ltr;
  --media-background-color: #0b0a09;
  --media-primary-color: #f4efe9;
  --media-secondary-color: transparent;
  --media-control-background: transparent;
  --media-control-hover-background: rgb(255 255 255 / .12);
  --media-control-height: 24px;
  --media-control-padding: 10px;
  --media-font-family: var(--font);
  --media-font-size: 14px;
  --media-focus-box-shadow: inset 0 0 0 3px var(--accent);
  --media-range-bar-color: var(--accent);
  --media-range-thumb-background: var(--accent);
  --media-range-track-background: rgb(255 255 255 / .28);
  --media-range-track-border-radius: 2px;
  --media-time-range-buffered-color: rgb(255 255 255 / .35);
  --media-tooltip-background-color: rgb(24 21 18 / .97);
  --media-tooltip-arrow-display: none;
  --media-preview-background: rgb(24 21 18 / .97);
  --media-loading-indicator-icon-height: 64px;
}
video, .poster { width: 100%; height: 100%; object-fit: contain; background: #0b0a09; }
/* A browser frames a picture that is not there. */
.poster:not([src]) { display: none; }
.bottom { width: 100%; box-sizing: border-box; padding: 32px 8px 0; background: linear-gradient(transparent, rgb(0 0 0 / .4) 40%, rgb(0 0 0 / .75)); }
/* What only shades the picture is pressed through. */
.bottom, .film-title { pointer-events: none; }
.bottom > * { pointer-events: auto; }
.seek, .buttons { position: relative; width: 100%; }
.seek { margin-bottom: -10px; }
.buttons { align-items: center; }
.buttons > * { border-radius: 6px; min-width: 44px; min-height: 44px; }
.buttons > .spacer { flex: 1; min-width: 0; }
media-time-range { height: 44px; --media-range-track-height: 4px; --media-range-padding: 6px; --media-control-hover-background: transparent; }
media-time-display { font-variant-numeric: tabular-nums; }

.first-play {
  width: 88px;
  height: 88px;
  border-radius: 50%;
  background: var(--accent);
  --media-icon-color: var(--accent-text);
  --media-control-hover-background: var(--accent);
  --media-control-height: 44px;
  --media-focus-box-shadow: 0 0 0 4px #0b0a09, 0 0 0 7px var(--accent);
}
:host([state='playing']) .first-play,
:host([state='buffering']) .first-play,
:host([state='opening']) .first-play,
:host([state='paused']) .first-play,
:host([state='ended']) .first-play,
:host([state='stopped']) .first-play { display: none; }
media-loading-indicator { --media-loading-indicator-transition-delay: 300ms; }
:host([state='stopped']) .bottom,
:host([state='stopped']) media-loading-indicator,
:host([state='ready']) media-loading-indicator { display: none; }

/* Where nothing hovers one stays after a tap, and it would lie over what covers the controls. */
media-controller[inert] { --media-tooltip-display: none; }
@media (hover: none) { media-controller { --media-tooltip-display: none; } }

.captions[hidden], media-pip-button[mediapipunavailable],
media-airplay-button[mediaairplayunavailable] { display: none; }

@container (width < 560px) {
  .roomy { display: none; }
  .bottom { padding-inline: 2px; }
  /* Above the bar to seek on, which lies near the middle of a small picture. */
  .first-play { position: relative; bottom: 12px; width: 72px; height: 72px; --media-control-height: 36px; }
}
@container (width < 380px) {
  media-time-display { --media-font-size: 12px; --media-control-padding: 4px; }
  .first-play { bottom: 20px; width: 52px; height: 52px; --media-control-height: 28px; }
}
`
