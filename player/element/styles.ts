/**
 * The player's looks. The film is always on near-black, whatever the page; a page may set
 * `--matinee-accent`, `--matinee-accent-text` and `--matinee-radius`.
 */
export const styles = `
:host {
  --accent: var(--matinee-accent, #f0a35e);
  --accent-text: var(--matinee-accent-text, #1b1108);
  display: grid;
  position: relative;
  aspect-ratio: 16 / 9;
  overflow: clip;
  border-radius: var(--matinee-radius, 0);
  background: #0b0a09;
  color: #f4efe9;
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  font-size: 1rem;
  line-height: 1.45;
  color-scheme: dark;
  container-type: inline-size;
}
:host([hidden]) { display: none; }
:host(:fullscreen) { border-radius: 0; aspect-ratio: auto; width: 100%; height: 100%; }

media-controller {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  --media-background-color: #0b0a09;
  --media-primary-color: #f4efe9;
  --media-secondary-color: transparent;
  --media-control-background: transparent;
  --media-control-hover-background: rgb(255 255 255 / .12);
  --media-control-height: 24px;
  --media-control-padding: 10px;
  --media-font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  --media-font-size: 14px;
  --media-focus-box-shadow: inset 0 0 0 3px var(--accent);
  --media-range-bar-color: var(--accent);
  --media-range-thumb-background: var(--accent);
  --media-range-track-background: rgb(255 255 255 / .28);
  --media-range-track-border-radius: 2px;
  --media-time-range-buffered-color: rgb(255 255 255 / .35);
  --media-menu-background: rgb(24 21 18 / .97);
  --media-settings-menu-background: rgb(24 21 18 / .97);
  --media-menu-border-radius: 8px;
  --media-menu-item-hover-background: rgb(255 255 255 / .12);
  --media-menu-item-focus-shadow: inset 0 0 0 3px var(--accent);
  --media-menu-item-indicator-fill: var(--accent);
  --media-tooltip-background-color: rgb(24 21 18 / .97);
  --media-tooltip-arrow-display: none;
  --media-preview-background: rgb(24 21 18 / .97);
  --media-loading-indicator-icon-height: 64px;
}
video { width: 100%; height: 100%; object-fit: contain; background: #0b0a09; }
video::cue { background: rgb(0 0 0 / .75); }
/* Captions stand above the controls while there are any. */
media-controller:not([userinactive]) video::-webkit-media-text-track-container,
media-controller[mediapaused] video::-webkit-media-text-track-container { transform: translateY(-88px); }

.bottom { width: 100%; box-sizing: border-box; padding: 32px 8px 0; background: linear-gradient(transparent, rgb(0 0 0 / .4) 40%, rgb(0 0 0 / .75)); }
.seek, .buttons { position: relative; width: 100%; }
.seek { margin-bottom: -10px; }
.buttons { align-items: center; }
.buttons > * { border-radius: 6px; min-width: 44px; min-height: 44px; }
.buttons > .spacer { flex: 1; min-width: 0; }
media-time-range { height: 44px; --media-range-track-height: 4px; --media-range-padding: 6px; --media-control-hover-background: transparent; }
media-settings-menu, media-captions-menu {
  position: absolute;
  right: 8px;
  bottom: 88px;
  min-width: 220px;
  border-radius: 8px;
  --media-font-size: 15px;
  --media-text-content-height: 33px;
  --media-menu-item-icon-height: 20px;
}
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
:host([state='stopped']) .first-play { display: none; }
media-loading-indicator { --media-loading-indicator-transition-delay: 300ms; }
:host([state='stopped']) .bottom,
:host([state='stopped']) media-loading-indicator,
:host([state='ready']) media-loading-indicator { display: none; }

.captions:not([mediasubtitleslist]), media-pip-button[mediapipunavailable],
media-airplay-button[mediaairplayunavailable], .quality[hidden], .sound[hidden] { display: none; }

@container (width < 560px) {
  .roomy { display: none; }
  .bottom { padding-inline: 2px; }
  media-settings-menu, media-captions-menu { right: 4px; bottom: 50px; --media-menu-max-height: calc(100cqi * 9 / 16 - 56px); }
}
@container (width < 380px) {
  media-time-display { --media-font-size: 12px; --media-control-padding: 4px; }
  .first-play { width: 60px; height: 60px; --media-control-height: 32px; }
}

.messages {
  position: absolute;
  inset: 12px 12px auto;
  display: grid;
  gap: 8px;
  justify-items: center;
  font-size: .94rem;
  pointer-events: none;
}
.note, .banner { margin: 0; background: rgb(24 21 18 / .94); border-radius: 8px; }
.note { padding: 8px 14px; text-align: center; text-wrap: balance; }
.banner { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; justify-content: end; padding: 4px 4px 4px 14px; pointer-events: auto; }
.banner span { flex: 1 1 15rem; padding-block: 6px; }
.note:empty, .banner[hidden] { display: none; }

/* In the flow, so that a long panel in a small player makes the player taller rather than scroll. */
.scrim {
  position: relative;
  display: grid;
  padding: 24px;
  background: rgb(11 10 9 / .82);
}
.scrim[hidden] { display: none; }
:host(:fullscreen) .scrim { overflow: auto; }
.panel { margin: auto; width: 100%; max-width: 30rem; text-align: center; outline: none; }
.panel h2 { margin: 0 0 .4em; font-size: clamp(1.15rem, 4cqi, 1.7rem); line-height: 1.2; font-weight: 650; text-wrap: balance; }
.panel p { margin: 0 0 1.2em; color: #cfc6bc; text-wrap: balance; }
.choices { display: flex; flex-direction: column; gap: 10px; align-items: stretch; max-width: 22rem; margin: 0 auto; }
button {
  font: inherit;
  min-height: 44px;
  min-width: 44px;
  padding: 8px 18px;
  border-radius: 8px;
  border: 1px solid rgb(255 255 255 / .32);
  background: transparent;
  color: inherit;
  cursor: pointer;
}
button:hover { background: rgb(255 255 255 / .1); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
button small { display: block; opacity: .8; font-size: .82rem; }
.choices > button:first-child { background: var(--accent); border-color: var(--accent); color: var(--accent-text); font-weight: 600; }
.choices > button:first-child small { font-weight: 400; opacity: 1; }
.choices > button:first-child:hover { filter: brightness(1.08); }
.streams { list-style: none; margin: 0 0 1.2em; padding: 0; text-align: start; }
.streams li { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 8px 0; border-top: 1px solid rgb(255 255 255 / .16); }
.streams small { display: block; color: #cfc6bc; }
@container (width < 420px) {
  .scrim { padding: 14px; }
  .panel p { margin-bottom: .8em; font-size: .92rem; }
}
@media (prefers-reduced-motion: reduce) {
  * { transition: none !important; animation: none !important; }
}
`

/** One sheet for all players of a page, made by script: it needs no `unsafe-inline`. */
export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(styles)
  return made
}
