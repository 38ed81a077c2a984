// The look of everything that is not on the canvas. Colours and fonts are Streamlit's own variables.

export default `
.dm-root {
  --dm-text: var(--st-text-color, #1f2933);
  --dm-background: var(--st-background-color, #ffffff);
  --dm-panel: var(--st-secondary-background-color, #f2f4f6);
  --dm-accent: var(--st-primary-color, #b5342c);
  --dm-border: var(--st-border-color, rgba(128, 128, 128, .3));
  --dm-radius: var(--st-base-radius, 6px);
  --dm-muted: color-mix(in srgb, var(--dm-text) 66%, var(--dm-background));
  position: relative; width: 100%; height: 100%; min-height: 160px; overflow: hidden;
  color: var(--dm-text); font: 400 13px/1.35 var(--st-font, system-ui, sans-serif);
  /* Seen by a listener: a change of theme shows as a transition. */
  transition: border-top-color 1ms, border-bottom-color 1ms, border-left-color 1ms;
  border: 0 solid; border-top-color: var(--dm-text); border-bottom-color: var(--dm-background);
  border-left-color: var(--dm-accent);
}
.dm-root *, .dm-root *::before { box-sizing: border-box; }
.dm-stage, .dm-canvas, .dm-clip { position: absolute; inset: 0; }
.dm-stage { outline: none; touch-action: none; cursor: grab; user-select: none; -webkit-user-select: none;
  transition: opacity .18s; border-radius: var(--dm-radius); }
.dm-stage[data-cursor=pointer] { cursor: pointer; }
.dm-stage[data-cursor=grabbing] { cursor: grabbing; }
.dm-stage.dm-leaving { opacity: 0; transition-duration: .1s; }
.dm-stage:focus-visible { box-shadow: inset 0 0 0 2px var(--dm-accent); }
.dm-canvas, .dm-canvas canvas { cursor: inherit !important; outline: none; } /* deck.gl sets its own */
.dm-clip { overflow: hidden; pointer-events: none; }
.dm-bars { position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden; pointer-events: none; }
.dm-bars line { stroke: var(--dm-muted); stroke-width: 2; }
.dm-bars text { fill: var(--dm-muted); font-size: 11px; paint-order: stroke; stroke: var(--dm-background); stroke-width: 3px; }

.dm-labels { position: absolute; left: 0; top: 0; will-change: transform; }
.dm-label { position: absolute; left: 0; top: 0; white-space: nowrap; padding: 0 2px; line-height: 1.2;
  color: var(--dm-text);
  --h: var(--dm-background);
  text-shadow: 1px 0 1px var(--h), -1px 0 1px var(--h), 0 1px 1px var(--h), 0 -1px 1px var(--h),
    1px 1px 1px var(--h), -1px 1px 1px var(--h), 1px -1px 1px var(--h), -1px -1px 1px var(--h), 0 0 3px var(--h); }
.dm-label-unit { font-size: 12px; }
.dm-label-place { font-size: 11px; color: var(--dm-muted); }
.dm-label-country { font-size: 14px; letter-spacing: .14em; text-transform: uppercase; color: var(--dm-muted); }
.dm-label.dm-strong { font-weight: 700; color: var(--dm-text); z-index: 1; }
.dm-label-unit.dm-strong { font-size: 13px; }
.dm-label.dm-dim { opacity: .4; }
.dm-label.dm-off { opacity: 0; }
.dm-dot { position: absolute; left: -2px; top: -2px; width: 4px; height: 4px; border-radius: 50%;
  background: var(--dm-muted); }
.dm-dot.dm-dim { opacity: .35; }

.dm-tooltip { position: absolute; left: 0; top: 0; max-width: min(280px, 70%); padding: 6px 9px; pointer-events: none;
  background: var(--dm-background); border: 1px solid var(--dm-border); border-radius: var(--dm-radius);
  box-shadow: 0 2px 10px rgba(0, 0, 0, .14); font-size: 12px; }
.dm-tooltip[hidden] { display: none; }
.dm-tooltip strong { display: block; font-size: 13px; }
.dm-tooltip span { display: block; color: var(--dm-muted); }

.dm-foot { position: absolute; left: 0; right: 0; bottom: 0; padding: 2px 4px 4px; display: flex; flex-wrap: wrap;
  gap: 0 8px; align-items: center; font-size: 11.5px; color: var(--dm-muted); pointer-events: none; }
.dm-foot:empty { display: none; }
.dm-legend { display: flex; flex-wrap: wrap; gap: 0 10px; align-items: center; margin: 0; padding: 1px 6px;
  background: color-mix(in srgb, var(--dm-background) 82%, transparent); border-radius: var(--dm-radius); list-style: none; }
.dm-legend b { font-weight: 600; color: var(--dm-text); }
.dm-legend span, .dm-legend button { display: inline-flex; align-items: center; gap: 5px; }
.dm-legend button { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 4px; padding: 0 4px; margin: 0 -4px; cursor: pointer; pointer-events: auto; }
.dm-legend button:hover { color: var(--dm-text); text-decoration: underline; }
.dm-legend button:focus-visible { outline: 2px solid var(--dm-accent); }
.dm-legend button[aria-pressed=true] { color: var(--dm-text); font-weight: 600; border-color: var(--dm-accent); }
.dm-swatch { width: 14px; height: 10px; border-radius: 2px; border: 1px solid var(--dm-border); flex: none; }
.dm-line { width: 22px; height: 0; border-top: 3px solid; flex: none; }
.dm-caption { margin-left: auto; background: color-mix(in srgb, var(--dm-background) 82%, transparent); padding: 2px 8px; }

.dm-target { display: block; width: 14px; height: 14px; margin: auto; border: 1.5px solid; border-radius: 50%; background: radial-gradient(currentColor 2px, transparent 2.5px); }
.dm-button:disabled { opacity: .4; cursor: default; }
.dm-controls { position: absolute; right: 10px; top: 10px; display: flex; flex-direction: column; gap: 4px; }
.dm-button { width: 30px; height: 30px; padding: 0; font: inherit; font-weight: 600; font-size: 16px; line-height: 1; color: var(--dm-text); cursor: pointer;
  background: color-mix(in srgb, var(--dm-background) 90%, transparent);
  border: 1px solid var(--dm-border); border-radius: var(--dm-radius); }
.dm-button:hover { border-color: var(--dm-accent); color: var(--dm-accent); }
.dm-button:focus-visible, .dm-list button:focus-visible { outline: 2px solid var(--dm-accent); outline-offset: 1px; }

/* The list is there for keyboards and screen readers, and shows itself when it has the focus. */
.dm-list { position: absolute; left: 10px; top: 10px; width: min(320px, 80%); max-height: calc(100% - 20px); overflow-y: auto;
  padding: 8px; background: var(--dm-background); border: 1px solid var(--dm-border); border-radius: var(--dm-radius);
  box-shadow: 0 4px 18px rgba(0, 0, 0, .18); }
.dm-list:not(:focus-within):not(.dm-always), .dm-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0;
  border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; box-shadow: none; }
.dm-list h3 { margin: 6px 4px 2px; font-size: 11px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--dm-muted); }
.dm-list ul { list-style: none; margin: 0; padding: 0; }
.dm-list button { display: block; width: 100%; padding: 4px 6px; text-align: left; font: inherit; color: inherit; cursor: pointer;
  background: none; border: 0; border-radius: 4px; }
.dm-list button:hover { background: var(--dm-panel); }
.dm-list button[aria-pressed=true] { font-weight: 700; color: var(--dm-accent); }
.dm-list small { display: block; color: var(--dm-muted); font-weight: 400; font-size: 11px; white-space: pre-line; }

.dm-message { position: absolute; left: 50%; top: 45%; transform: translate(-50%, -50%); margin: 0; padding: 8px 14px; max-width: 80%;
  text-align: center; color: var(--dm-muted); background: var(--dm-background); border-radius: var(--dm-radius); white-space: pre-line; }
.dm-message:empty { display: none; }
.dm-root:not([data-error=""]) .dm-message { top: 26px; font-size: 12px; }
.dm-fallback { position: absolute; top: 0; right: 0; width: calc(100% - min(300px, 42%)); height: calc(100% - 34px); object-fit: contain; }
.dm-flat .dm-controls { display: none; }
.dm-flat .dm-list { width: min(280px, 40%); max-height: calc(100% - 50px); box-shadow: none; }
@media (prefers-reduced-motion: reduce) { .dm-root *, .dm-root { transition-duration: 1ms !important; } }
@media print { .dm-controls, .dm-list { display: none; } }
`;
