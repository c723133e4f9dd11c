/** The one style of all hosted pages: a till receipt in light and in dark. */
export const styles = `
:root {
  --ground: #eef0f4; --paper: #ffffff; --ink: #14171f; --soft: #565d6d; --line: #d3d8e2;
  --accent: #3d4fd8; --on-accent: #ffffff; --bad: #b3261e; --bad-ground: #fdecea;
  --stripe-a: #ffd75e; --stripe-b: #f5c63b; --on-stripe: #2b2205;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10131a; --paper: #191d27; --ink: #eceef4; --soft: #a3aaba; --line: #343b4b;
    --accent: #93a2ff; --on-accent: #10131a; --bad: #ffb4ab; --bad-ground: #3a1715;
    --stripe-a: #574607; --stripe-b: #4a3b04; --on-stripe: #ffe9a8;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
header {
  margin: 0; padding: .6rem 1rem; text-align: center; font-size: .9rem; color: var(--on-stripe);
  background: repeating-linear-gradient(-45deg, var(--stripe-a) 0 14px, var(--stripe-b) 14px 28px);
}
main {
  max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem;
  display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr);
}
@media (min-width: 52rem) {
  main { padding-top: 3rem; }
  main.two, .two { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); align-items: start; }
}
.two { display: grid; gap: 1.5rem; }
section, .panel {
  background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem;
}
h1 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; }
p:last-child { margin-bottom: 0; }
.soft, small { color: var(--soft); }
.total { font-size: 2rem; font-weight: 650; letter-spacing: -.02em; margin: 0 0 .25rem; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li {
  display: flex; justify-content: space-between; gap: 1rem; padding: .65rem 0;
  border-top: 1px solid var(--line);
}
.rows li:first-child { border-top: 0; }
.rows .sum { font-weight: 650; }
.rows span:last-child { text-align: end; font-variant-numeric: tabular-nums; }
label { display: block; font-weight: 600; font-size: .95rem; margin-bottom: .35rem; }
input[type="text"], input[type="email"], select {
  width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--ground); border: 1px solid var(--soft); border-radius: .5rem;
}
.field { margin-bottom: 1rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: end; }
button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 44px;
  padding: .5rem 1rem; font: inherit; font-weight: 600; color: inherit; cursor: pointer;
  background: transparent; border: 1px solid var(--soft); border-radius: .5rem;
  text-decoration: none;
}
button:hover, .button:hover { border-color: var(--accent); }
.primary { width: 100%; background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.danger { color: var(--bad); border-color: var(--bad); }
a { color: var(--accent); }
.button { color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.alert {
  background: var(--bad-ground); color: var(--bad); border: 1px solid var(--bad);
  border-radius: .5rem; padding: .75rem 1rem; font-weight: 600;
}
.note { border-inline-start: 4px solid var(--accent); padding-inline-start: .75rem; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; font-size: .95rem; margin-bottom: .5rem; }
.cards { margin: 1.25rem 0 0; }
.cards .grid { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); }
.cards button {
  flex-direction: column; align-items: flex-start; justify-content: flex-start; text-align: start;
  font-weight: 400; padding: .45rem .75rem; min-width: 0; line-height: 1.35;
}
.cards button b { font-size: .93rem; font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
.cards details { margin-top: .5rem; }
.apart { margin-top: 1.25rem; }
button + p { margin-top: .5rem; }
.narrow { display: grid; gap: 1.5rem; width: 100%; max-width: 44rem; margin: 0 auto; }
.inline { display: flex; flex-wrap: wrap; gap: .5rem; }
.inline > input, .inline > select { flex: 1 1 12rem; min-width: 0; }
.plan + .plan { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1.25rem; }
.good { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
details { margin-top: 1rem; }
summary { cursor: pointer; min-height: 44px; padding: .6rem 0; font-weight: 600; }
.status { display: inline-block; padding: .1rem .6rem; border: 1px solid var(--soft); border-radius: 1rem; font-size: .85rem; }
`
