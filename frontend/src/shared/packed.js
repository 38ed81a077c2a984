// Files inside a page that has no server: JSON, compressed by gzip, in Base64.

/**
 * @param {string} text
 * @returns {Promise<any>}
 */
export function unpack(text) {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}
