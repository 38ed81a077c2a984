// What every page does first. It stands in the page itself, and the policy of the server allows it by its hash.
// A theme in the address is that of the page from its first picture on.
const theme = new URL(location).searchParams.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
document.documentElement.toggleAttribute('data-embed', new URL(location).searchParams.get('embed') === '1');
// Streamlit may load scripts of this server alone, and make HTML of no text.
window.trustedTypes?.createPolicy('default', {
  createScriptURL: url => new URL(url, document.baseURI).origin === location.origin ? url : null,
});
// Streamlit tries whether it may compile WebAssembly, and goes without: the policy forbids it, and would report each try.
delete window.WebAssembly;
// The base URL of the server: without it, Streamlit first looks for the server below the URL of the page, which logs
// two errors in the console of every page but the map. No dialogs: Streamlit's are in English, about Streamlit itself,
// and block the page while they are open. No Back and Forward: Streamlit would run the script with its own address, and
// only an earlier listener can stop it. `frontend/src/reload` handles them, as the event "atlas:step".
window.__streamlit = {
  BACKEND_BASE_URL: new URL('.', location.href).href,
  HOST_CONFIG: {blockErrorDialogs: true, disableFullscreenMode: true},
};
addEventListener('popstate', event => {
  event.stopImmediatePropagation();
  dispatchEvent(new Event('atlas:step'));
});
// Streamlit fetches 375 kB of icons as soon as it starts; the map shows none, and other pages fetch what they show.
const load = document.fonts.load.bind(document.fonts);
document.fonts.load = (font, text) => /Material/.test(font) ? Promise.resolve([]) : load(font, text);
// Streamlit waits until the stage has been drawn; if the stage is late or does not load, it starts all the same.
function startStreamlit() {
  if (startStreamlit.done) return;
  startStreamlit.done = true;
  document.head.append(document.getElementById('streamlit').content);
}
addEventListener('atlas:drawn', () => requestAnimationFrame(() => setTimeout(() => {
  document.getElementById('sketch')?.remove();
  startStreamlit();
})));
addEventListener('error', ({target}) => target.id === 'stage' && dispatchEvent(new Event('atlas:drawn')), true);
setTimeout(startStreamlit, 1500);
