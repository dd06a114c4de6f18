// A password that nobody guesses and everybody can read out: no letters that look alike.
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP = 5;

/** About 115 bits. */
export function newPassword() {
  return Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, letter).join('')).join('-');
}

function letter() {
  const most = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < most) {
      return LETTERS[byte % LETTERS.length];
    }
  }
}
