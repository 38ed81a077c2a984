// Copies text. Browsers offer their clipboard only to pages served by https or from the same machine.

/**
 * @param {string} text
 * @returns {Promise<boolean>} true if it was copied
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** @param {string} text */
function copySelected(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed'; // or the page would scroll to it
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
