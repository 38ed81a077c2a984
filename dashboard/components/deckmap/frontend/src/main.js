// The entry that Streamlit calls on every rerun with new data: finds the map of this element, or makes it.
import {DeckMap} from './deckmap.js';

const maps = new WeakMap();
const LINGER = 150; // ms

/** component: {data, parentElement, setTriggerValue}; data is JSON as bytes, text or an object. */
export default function mount({data, parentElement, setTriggerValue}) {
  let entry = maps.get(parentElement);
  try {
    if (!entry) maps.set(parentElement, (entry = {map: new DeckMap(parentElement), calls: 0}));
    entry.calls += 1;
    entry.map.update(decode(data), setTriggerValue).catch(error => say(entry.map, error));
  } catch (error) {
    if (!entry) throw error; // Streamlit shows it in place of the map
    say(entry.map, error);
  }
  const call = entry.calls;
  // Streamlit also cleans up after a run that a later one has overtaken; only when no call follows
  // has the element really gone.
  return () => setTimeout(() => {
    if (entry.calls !== call || maps.get(parentElement) !== entry) return;
    maps.delete(parentElement);
    entry.map.destroy();
  }, LINGER);
}

function decode(data) {
  if (data instanceof Uint8Array || data instanceof ArrayBuffer) data = new TextDecoder().decode(data);
  return typeof data === 'string' ? JSON.parse(data) : data;
}

/** An error is text on the map, never a blank. */
function say(map, error) {
  console.error('deckmap:', error);
  map.parts.message.textContent = String(error?.message ?? error);
  map.root.dataset.error = map.parts.message.textContent;
}
