/** Panels that cover the picture, and what a viewer’s device asks of all colours and motion. */
export const panels = `
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
