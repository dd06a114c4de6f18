// What stands beside a composer when a text was not taken although it is good: the server's words. The text is in the transcript still.
import { html, nothing } from 'lit';

/** @param {import('../wire/connection.js').Refusal | undefined} refusal */
export const notTaken = (refusal) => (refusal
  ? html`<p class="notice warning" role="alert" data-reason=${refusal.reason}><eye-icon name="circle-alert"></eye-icon>${refusal.message}</p>` : nothing);
