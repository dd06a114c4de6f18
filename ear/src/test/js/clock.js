/** A clock that stands until a test sets it: `later` for what waits by it. */
export const clock = () => {
  const waiting = new Set();
  return {
    waiting,
    later(milliseconds, act) {
      const one = {milliseconds, act};
      waiting.add(one);
      return () => waiting.delete(one);
    },
    set(milliseconds) {
      [...waiting].filter(one => one.milliseconds <= milliseconds).forEach(one => { waiting.delete(one); one.act(); });
    },
  };
};
