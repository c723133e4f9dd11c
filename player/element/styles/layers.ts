/** What lies over the picture while the film goes on: notes, settings, keys, and what follows. */
export const layers = `
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
`
