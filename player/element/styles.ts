/**
 * The player's looks. The film is always on near-black, whatever the page; a page may set
 * `--matinee-accent`, `--matinee-accent-text`, `--matinee-font` and `--matinee-radius`.
 */
export const styles = `
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

.messages {
  position: absolute;
  inset: 12px 12px auto;
  display: grid;
  gap: 8px;
  justify-items: center;
  font-size: .94rem;
  pointer-events: none;
}
.film-title { display: none; unicode-bidi: plaintext; box-sizing: border-box; width: 100%; padding: 18px 24px 40px; font-size: 1.25rem; font-weight: 600; background: linear-gradient(rgb(0 0 0 / .7), transparent); }
:host(:fullscreen) .film-title:not(:empty) { display: block; }
.feedback {
  position: absolute;
  inset: 22% 0 auto;
  width: fit-content;
  max-width: 90%;
  margin: 0 auto;
  padding: 8px 16px;
  border-radius: 8px;
  background: rgb(11 10 9 / .82);
  font-weight: 600;
  pointer-events: none;
}
.feedback:empty { display: none; }
.sound-on { position: absolute; top: 12px; left: 12px; background: var(--accent); border-color: var(--accent); color: var(--accent-text); font-weight: 600; }
.sound-on:hover { background: var(--accent); filter: brightness(1.08); }
.sound-on[hidden], .layer[hidden] { display: none; }

/* Over the picture; what is longer than it scrolls, for it lies in the controls' place. */
.layer { outline: none; box-sizing: border-box; background: rgb(24 21 18 / .97); }
.settings {
  position: absolute;
  right: 8px;
  bottom: 60px;
  min-width: min(21rem, 100%);
  max-height: calc(100% - 68px);
  overflow: auto;
  padding: 12px;
  border-radius: 8px;
  display: grid;
  gap: 4px;
  align-content: start;
  grid-auto-rows: max-content;
}
.settings label { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: center; justify-content: space-between; min-height: 44px; }
select { font: inherit; min-height: 44px; max-width: 100%; padding: 4px 10px; border-radius: 6px; border: 1px solid rgb(255 255 255 / .32); background: #181512; color: inherit; }
select:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.keys, .end { position: relative; padding: 20px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; justify-items: center; align-content: center; }
.end { background: rgb(11 10 9 / .9); }
.layer h2 { margin: 0; font-size: 1.2rem; }
/* Closing stays in sight, however far the sheet is scrolled. */
.keys { padding-top: 0; align-content: start; }
.keys-head { position: sticky; top: 0; z-index: 1; box-sizing: border-box; width: 100%; max-width: 46rem; min-width: 0; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; padding-block: 12px; background: rgb(24 21 18); }
/* In a small frame it would leave no room for what it heads. */
@media (height < 240px) { .keys-head { position: static; } }
.keys dl { margin: 0; width: 100%; max-width: 46rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 4px 24px; }
.keys dl > div { display: flex; gap: 12px; align-items: baseline; }
.keys dt { flex: 0 0 6.5rem; text-align: end; }
.keys dd { margin: 0; }
@container (width < 26rem) {
  .keys dl > div { flex-wrap: wrap; gap: 0 12px; padding-block: 4px; }
  .keys dt { flex: 1 0 100%; text-align: start; }
  kbd:first-child { margin-inline-start: 0; }
}
.layer h2, .keys dd, .end a, .panel { overflow-wrap: anywhere; }
kbd { font: inherit; font-size: .88rem; padding: 1px 7px; margin-inline-start: 4px; border: 1px solid rgb(255 255 255 / .35); border-radius: 4px; white-space: nowrap; }
.end ul { list-style: none; margin: 0; padding: 0; width: 100%; max-width: 60rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); gap: 12px; }
.end a { display: block; min-height: 44px; color: inherit; text-decoration: none; border-radius: 6px; }
.end a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.end a:hover span { text-decoration: underline; }
.end .end-next { width: min(20rem, 100%); }
.end-count, .end-choice { margin: 0; text-align: center; text-wrap: balance; }
.end-acts { display: flex; flex-wrap: wrap; gap: 10px; justify-content: center; }
.end-choice { display: flex; gap: 10px; align-items: center; min-height: 44px; cursor: pointer; }
.end-choice input { flex: none; width: 20px; height: 20px; accent-color: var(--accent); }
.end .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.end img { display: block; width: 100%; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 6px; margin-bottom: 6px; background: #181512; }
.gear { border: 0; padding: 10px; border-radius: 6px; line-height: 0; }
.captions[aria-pressed='true'] { box-shadow: inset 0 -3px var(--accent); }
.gear svg { width: 24px; height: 24px; fill: currentColor; }
.note, .banner, .held { margin: 0; background: rgb(24 21 18 / .94); border-radius: 8px; }
.note { padding: 8px 14px; text-align: center; text-wrap: balance; }
.banner, .held { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; justify-content: end; padding: 4px 4px 4px 14px; pointer-events: auto; }
.banner span, .held span { flex: 1 1 15rem; padding-block: 6px; }
.note:empty, .banner[hidden], .held[hidden] { display: none; }
.held { position: absolute; inset: auto 12px 96px; max-width: 40rem; margin-inline: auto; }

/* In the flow, so that a long panel in a small player makes the player taller rather than scroll. */
.scrim, .keys, .end { grid-area: 1 / 1; box-sizing: border-box; }
/* Where the player cannot grow they scroll. */
:host(:fullscreen) :is(.scrim, .keys, .end), :host([cramped]) :is(.scrim, .keys, .end) { min-height: 100%; max-height: 100%; overflow: auto; }
:host(:fullscreen) .end, :host([cramped]) .end { align-content: safe center; }
.scrim {
  position: relative;
  display: grid;
  padding: 24px;
  background: rgb(11 10 9 / .82);
}
.scrim[hidden] { display: none; }
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
.streams li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: space-between; padding: 8px 0; border-top: 1px solid rgb(255 255 255 / .16); }
.streams small { display: block; color: #cfc6bc; }
@container (width < 420px) {
  .scrim { padding: 14px; }
  .panel p { margin-bottom: .8em; font-size: .92rem; }
}
@container (width < 560px) {
  /* In the flow: the player grows with it, as with a panel. */
  .settings { position: relative; inset: auto; min-width: 0; max-height: none; overflow: visible; border-radius: 0; }
  .settings label { display: grid; gap: 2px; }
  .settings select { width: 100%; }
}
:host(:fullscreen) .settings, :host([cramped]) .settings { position: absolute; inset: auto 0 60px auto; max-height: calc(100% - 68px); overflow: auto; }
:host([own-notices]) .banner { display: none; }
/* The system's colours, for the controls too, which take them from none but the page. */
@media (forced-colors: active) {
  :host { forced-color-adjust: none; --accent: Highlight; --accent-text: HighlightText; border: 1px solid CanvasText; }
  media-controller { --media-primary-color: CanvasText; --media-icon-color: CanvasText; --media-text-color: CanvasText; --media-range-bar-color: Highlight; --media-range-thumb-background: Highlight; --media-range-track-background: GrayText; --media-time-range-buffered-color: CanvasText; --media-control-hover-background: Canvas; --media-tooltip-background-color: Canvas; --media-preview-background: Canvas; }
  .bottom { background: Canvas; border-top: 1px solid CanvasText; padding-top: 0; }
  .scrim, .layer, .keys-head, .note, .banner, .held, .feedback, .film-title { background: Canvas; color: CanvasText; }
  .panel p, .streams small { color: CanvasText; }
  button, select { background: ButtonFace; color: ButtonText; border-color: ButtonText; }
  .first-play, .choices > button:first-child, .sound-on { background: Highlight; color: HighlightText; --media-icon-color: HighlightText; border: 1px solid CanvasText; }
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
