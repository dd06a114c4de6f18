// A tile that a person moves from corner to corner: by dragging it, by the arrow keys, or by a click to the next corner.

/** Clockwise, so that a click leads through all of them. @typedef {'bottom-right'|'bottom-left'|'top-left'|'top-right'} Corner */
const CORNERS = ['bottom-right', 'bottom-left', 'top-left', 'top-right'];
const SIDES = { ArrowUp: ['bottom', 'top'], ArrowDown: ['top', 'bottom'], ArrowLeft: ['right', 'left'], ArrowRight: ['left', 'right'] };
/** What moves less was meant as a click. */
const DRAG_PX = 6;

/** @param {Corner} corner @returns {Corner} */
export const nextCorner = (corner) => /** @type {Corner} */ (CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length]);

/** @param {Corner} corner @param {string} key @returns {Corner|undefined} nothing for a key that moves nothing */
export const cornerByKey = (corner, key) => SIDES[key] && /** @type {Corner} */ (corner.replace(...SIDES[key]));

/** @param {DOMRect} tile where it was dropped @param {DOMRect} box @returns {Corner} the nearest */
export const cornerAt = (tile, box) => {
  const top = tile.top + tile.height / 2 < box.top + box.height / 2;
  const left = tile.left + tile.width / 2 < box.left + box.width / 2;
  return /** @type {Corner} */ (`${top ? 'top' : 'bottom'}-${left ? 'left' : 'right'}`);
};

/**
 * Lets a pointer drag the tile; `dropped` is told whether it was moved at all.
 * @param {PointerEvent} down @param {HTMLElement} tile @param {(moved: boolean) => void} dropped
 */
export const drag = (down, tile, dropped) => {
  if (down.button !== 0) return;
  const handle = /** @type {HTMLElement} */ (down.currentTarget);
  const over = new AbortController();
  let moved = false;
  const move = ({ clientX, clientY }) => {
    const [x, y] = [clientX - down.clientX, clientY - down.clientY];
    moved ||= Math.hypot(x, y) > DRAG_PX;
    if (moved) tile.style.translate = `${x}px ${y}px`;
  };
  const drop = () => {
    over.abort();
    dropped(moved);
    tile.style.translate = '';
  };
  handle.setPointerCapture(down.pointerId);
  handle.addEventListener('pointermove', move, over);
  handle.addEventListener('pointerup', drop, over);
  handle.addEventListener('pointercancel', drop, over);
};
