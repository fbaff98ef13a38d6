/**
 * Finds elements as a reader would name them: by role and accessible name, or by
 * test id. It runs in the page, so it must stand alone; shadow roots are open to it.
 *
 * @typedef {object} Query
 * @property {string} [role] button, slider, combobox, ...
 * @property {string} [name] the accessible name, or if it stands in slashes a pattern for it
 * @property {string} [testid] data-testid
 * @property {string} [css] a selector, within one tree
 */

/**
 * @param {Query} query
 * @returns {Element[]} the visible elements that fit, in the order of the page
 */
export function finder(query) {
  /** @type {Record<string, string>} */
  const roles = {
    button: 'button, summary, input[type=button], input[type=submit], [role=button]',
    slider: 'input[type=range], [role=slider]',
    spinbutton: 'input[type=number], [role=spinbutton]',
    textbox: 'textarea, input[type=text], input:not([type]), [role=textbox]',
    combobox: 'select, [role=combobox]',
    checkbox: 'input[type=checkbox], [role=checkbox]',
    radio: 'input[type=radio], [role=radio]',
    link: 'a[href], [role=link]',
    heading: 'h1, h2, h3, h4, [role=heading]',
    progressbar: 'progress, [role=progressbar]',
    row: 'tr, [role=row]',
  };
  const selector = query.css ?? (query.testid ? `[data-testid="${query.testid}"]` : roles[query.role ?? ''] ?? `[role="${query.role}"]`);
  const pattern = query.name?.match(/^\/(.*)\/([a-z]*)$/);
  const wanted = pattern ? new RegExp(pattern[1], pattern[2]) : undefined;

  /** @param {Element} element */
  const nameOf = (element) => {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const by = element.getAttribute('aria-labelledby')?.split(/\s+/).map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
    const labels = [...(/** @type {HTMLInputElement} */ (element).labels ?? [])].map((label) => label.textContent).join(' ');
    const text = by || element.getAttribute('aria-label') || labels || element.textContent || element.getAttribute('title') || '';
    return text.replace(/\s+/g, ' ').trim();
  };
  /** @type {Element[]} */
  const found = [];
  /** @param {Document | ShadowRoot} root */
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(selector) && element.getClientRects().length > 0) {
        const name = query.name === undefined ? '' : nameOf(element);
        if (query.name === undefined || (wanted ? wanted.test(name) : name === query.name)) found.push(element);
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
}
