// Boundaries by URL: each is fetched once for the life of the page, however often the map is redrawn.

const loaded = new Map();
const loading = new Map();

/** The application's root: the bundle is served from <root>/app/static/, whatever page is open. */
function root() {
  const here = import.meta.url;
  return here?.startsWith('http') && here.includes('/app/static/')
    ? here.slice(0, here.indexOf('/app/static/') + 1)
    : document.baseURI;
}

/** '/app/static/x' means "below the application", which a base path may have moved. */
export const resolve = url => new URL(url.replace(/^\/(?=app\/static\/)/, ''), root()).href;

/** What is there already, without waiting; undefined while it is not. Inline GeoJSON passes through. */
export const ready = data => (typeof data === 'string' ? loaded.get(resolve(data)) : data);

/** Fetches what is not there yet. A failure is not remembered, so the next run tries again. */
export function load(data) {
  if (typeof data !== 'string') return Promise.resolve(data);
  const url = resolve(data);
  if (loaded.has(url)) return Promise.resolve(loaded.get(url));
  if (!loading.has(url)) {
    loading.set(url, fetch(url)
      .then(response => {
        if (!response.ok) throw new Error(`${data}: ${response.status}`);
        return response.json();
      })
      .then(json => { loaded.set(url, json); return json; })
      .finally(() => loading.delete(url)));
  }
  return loading.get(url);
}
