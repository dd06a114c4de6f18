/**
 * Registers a custom element once; a second call with the same name changes nothing.
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
export function define(name, element) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}
