/** How long a page's part in a call waits for what, in milliseconds. */

/** So long two pages that connect anew are left to it, before another way is looked for. */
export const AGREEING_MS = 3_000;
/** From when both sides have described themselves: Chromium without candidates stays `new` and never says `failed`. */
export const CONNECT_LIMIT_MS = 30_000;
/** How long one side waits for the other one's person to answer the browser's question. */
export const DESCRIPTION_LIMIT_MS = 120_000;
/** From when on a person reads that the browser has not answered: until then people read its question, and systems open their devices. */
export const UNANSWERED_SHOWN_MS = 8_000;
/** How long a question for devices may stay open; the server gives a call up 120 s after the accept, and knows no reason. */
export const ANSWER_LIMIT_MS = 110_000;
/** From when on the system's mute of a track is told: a camera that misses frames is muted for a moment too. */
export const SYSTEM_MUTE_MS = 1_000;
/** How long a browser may think about whether it would ask at all. */
export const PERMISSION_LIMIT_MS = 1_000;
/** From when on a person reads that nothing comes: what is shorter is over before it is read. */
export const SILENCE_SHOWN_MS = 1_500;
/** How long lost media may take to come back, from the last that came: half a minute, and what a browser needs to notice that it has a network again. */
export const INTERRUPTION_LIMIT_MS = 30_800;
/** So much longer waits who has a network: the other side may return in the last second, and both must find each other then. */
export const OTHERS_RETURN_MS = 5_000;
/** How long it may take when whoever was gone is back. */
export const RETURN_LIMIT_MS = 15_000;
