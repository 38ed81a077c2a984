// What every page says on paper: where it is from and when it was printed.

/** @param {string} locale as Babel writes it: en_GB */
export const imprint = locale =>
  `${location.href} · ${new Date().toLocaleDateString(locale.replaceAll('_', '-'), {dateStyle: 'long'})}`;
