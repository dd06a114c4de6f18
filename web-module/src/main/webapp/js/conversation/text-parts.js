/** What begins like an address: with a scheme, or with `www.` where a word begins. It ends before a blank, a quote or a mark of East Asian writing. */
const ADDRESS = /(?:https?:\/\/|(?<![\p{L}\p{N}@._/-])www\.)[^\s<>"'“”‘’«»、。，！？；：（）「」『』【】《》…]+/giu;
/** Marks that end a sentence, not an address. */
const MARKS = '.,;:!?*';
const BRACKETS = { ')': '(', ']': '[', '}': '{' };
/** `www.` and a domain. */
const DOMAIN = /^www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]|$)/iu;

/**
 * A text in plain pieces and web addresses, in order, so that an element can show links without markup in the text. A closing
 * bracket belongs to an address that has opened it; the punctuation behind an address does not. `www.` means https.
 * @param {string} text
 * @returns {{ text: string, href?: string }[]}
 */
export function textParts(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = hrefOf(address);
    if (!href) {
      continue;
    }
    if (match.index > end) {
      parts.push({ text: text.slice(end, match.index) });
    }
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) {
    parts.push({ text: text.slice(end) });
  }
  return parts;
}

/** Without what stands behind the address. @param {string} found */
function trimmed(found) {
  const count = {};
  for (const each of found) {
    count[each] = (count[each] ?? 0) + 1;
  }
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1];
    const opening = BRACKETS[last];
    if (!MARKS.includes(last) && !(opening && count[last] > (count[opening] ?? 0))) {
      break;
    }
    count[last]--;
  }
  return found.slice(0, end);
}

/** @param {string} address @returns {string | undefined} nothing where it only looks like one */
function hrefOf(address) {
  if (/^www\./i.test(address)) {
    return DOMAIN.test(address) ? hrefOf(`https://${address}`) : undefined;
  }
  return URL.canParse(address) ? address : undefined;
}
