// A long form: sections with words beside their fields, and a bar that saves, always in sight.
import { css, html, nothing } from 'lit';

export const sections = css`
  .section {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: var(--space-5) var(--space-10);
    padding: var(--space-6);
  }
  .card + .section {
    margin-top: 0;
  }
  .about h2 {
    font-size: var(--text-lg);
  }
  .about p {
    margin-top: var(--space-1);
    font-size: var(--text-sm);
    line-height: var(--leading-snug);
    color: var(--color-text-soft);
  }
  .inputs {
    display: grid;
    align-content: start;
    gap: var(--space-5);
    max-width: 36rem;
  }
  .inputs .with-unit .input {
    max-width: 9rem;
  }
  .inputs .with-unit:not(:has(.unit)) .input {
    max-width: none;
  }
  .bar {
    position: sticky;
    z-index: 5;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin: 0 calc(-1 * var(--space-4));
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-lg) var(--radius-lg) 0 0;
    background: var(--color-canvas);
    box-shadow: 0 -1px 0 var(--color-line);
  }
  .bar [role='status'] {
    margin-inline-start: auto;
    font-size: var(--text-sm);
    color: var(--color-text-soft);
  }
  @media (max-width: 64rem) {
    .section {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--space-5);
    }
  }
`;

/** @param {import('./edit.js').Edit} edit */
export const saveBar = (edit) => html`
  <div class="bar">
    <button class="btn primary" aria-disabled=${edit.busy || !edit.dirty}>${edit.busy ? 'Saving' : 'Save'}</button>
    ${edit.dirty ? html`<button type="button" class="btn" @click=${() => edit.undo()}>Undo changes</button>` : nothing}
    <span role="status">${edit.dirty ? changesWords(edit.changed.length) : 'Everything is saved.'}</span>
  </div>`;

/** @param {number} count */
const changesWords = (count) => `${count} ${count === 1 ? 'change is' : 'changes are'} not saved.`;
