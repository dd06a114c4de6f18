// The stories change without loading, as Turbo and its like do it: the body of the next page takes the place of this one's.
(function () {
  'use strict';

  let shown = location.pathname;

  function isStory({origin, pathname}) {
    return origin === location.origin && /^\/stories(\/|$)/.test(pathname);
  }

  async function visit(address) {
    shown = new URL(address).pathname;
    const answer = await fetch(address);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (shown !== new URL(address).pathname) return; // somebody was faster than the network
    const swap = () => {
      document.title = next.title;
      document.body.replaceWith(document.adoptNode(next.body));
      scrollTo(0, 0);
    };
    if (document.startViewTransition) document.startViewTransition(swap);
    else swap();
  }

  addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || !isStory(link)) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    visit(link.href);
  });
  addEventListener('popstate', () => {
    if (location.pathname !== shown) visit(location.href);
  });
})();
