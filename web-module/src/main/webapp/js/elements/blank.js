import { css, html, nothing } from 'lit';

/** The sheet of `blank`. */
export const blankStyles = css`
  .blank {
    display: grid;
    justify-items: center;
    gap: var(--space-2);
    padding: var(--space-12) var(--space-5);
    text-align: center;
    color: var(--color-text-soft);
    text-wrap: balance;
  }
  .blank .sign {
    display: grid;
    place-items: center;
    width: 3.5rem;
    height: 3.5rem;
    margin-bottom: var(--space-2);
    border-radius: 50%;
    background: var(--color-sunken);
    color: var(--color-text-faint);
    --icon-size: 1.5rem;
  }
  .blank h2 {
    font-size: var(--text-md);
    color: var(--color-text);
  }
  .blank .btn {
    margin-top: var(--space-3);
  }
`;

/**
 * What stands where there is nothing: why, and what will come.
 * @param {string} icon
 * @param {string} title
 * @param {string} text
 * @param {unknown} act a button, perhaps
 */
export function blank(icon, title, text, act = nothing) {
  return html`<div class="blank"><span class="sign"><eye-icon name=${icon}></eye-icon></span><h2>${title}</h2><p>${text}</p>${act}</div>`;
}
