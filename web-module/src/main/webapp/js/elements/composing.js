/**
 * Whether a key belongs to an input method, as the Enter that ends a word of Japanese: it sends nothing and is no shortcut. Safari says
 * so only by the key code 229 (UI Events, 7.3.1), since there the composition is over before its last key.
 * @param {KeyboardEvent} event
 */
export const isComposing = (event) => event.isComposing || event.key === 'Process' || event.keyCode === 229;
