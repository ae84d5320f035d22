// The languages of the interface.

/** The tag that the page declares, and the language's name in itself. */
export const LANGUAGES = [
  ['fr', 'Français'],
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['it', 'Italiano'],
  ['nl', 'Nederlands'],
  ['pt-PT', 'Português'],
] as const;
