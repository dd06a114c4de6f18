package eyeline.whole.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether every control that is shown can be pressed: it lies inside the viewport from edge to edge, comes into it by scrolling up and down at
 * most, and is what is hit there. No words run out of the viewport unseen. What ends a call or closes the window is inside without
 * scrolling. One page is made wide and narrow.
 */
final class Reach {
    /** A small phone, a phone, a tablet, a laptop, and the laptop at 200 %. */
    private static final List<Size> SIZES = List.of(new Size(320, 568), new Size(390, 844), new Size(768, 1024), new Size(680, 384), new Size(1360, 768));

    private static final String FAULTS = """
            async () => {
              const frames = (n) => new Promise((done) => { const next = () => (n-- > 0 ? requestAnimationFrame(next) : done()); next(); });
              await frames(3);
              const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
              const above = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
              const chain = (node) => { const found = []; for (let at = node; at; at = above(at)) found.push(at); return found; };
              const hit = (x, y) => {
                let at = document.elementFromPoint(x, y);
                for (let inner = at?.shadowRoot?.elementFromPoint(x, y); inner && inner !== at; inner = at.shadowRoot?.elementFromPoint(x, y)) at = inner;
                return at;
              };
              const nodes = all(document);
              const modal = nodes.findLast((each) => each.matches('dialog:modal, [role=menu]'));
              const CONTROLS = 'button, a[href], input, textarea, select, summary, [role=button], [role=tab], [role=menuitem]';
              const controls = nodes.filter((each) => each.matches(CONTROLS)
                && each.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
                && each.getBoundingClientRect().width > 1 && getComputedStyle(each).clipPath === 'none'
                && (!modal || chain(each).includes(modal)));
              const nameOf = (each) => (each.getAttribute('aria-label') || each.textContent.trim() || each.getAttribute('name') || each.localName).slice(0, 40);
              const faults = [];
              for (const each of controls) {
                const said = (what) => faults.push(`${nameOf(each)} (${each.localName} in ${each.getRootNode().host?.localName ?? 'the page'}): ${what}`);
                const wide = [...each.getClientRects()].filter(({ left, right }) => left < -0.5 || right > innerWidth + 0.5);
                if (wide.length > 0) { said(`${Math.round(wide[0].left)} to ${Math.round(wide[0].right)} of ${innerWidth}`); continue; }
                const stays = chain(each).some((at) => at.localName === 'eye-call-bar') && !chain(each).some((at) => at.matches('[role=menu]')) || /^(Close the window|Back to the list|Hang up)/.test(nameOf(each));
                const scrolled = [];
                if (!stays) {
                  for (const at of chain(each)) {
                    const page = at === document.scrollingElement;
                    if (page ? getComputedStyle(document.body).overflowY === 'hidden' : !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
                    const box = page ? { top: 0, height: innerHeight } : at.getBoundingClientRect();
                    const { top, height } = each.getBoundingClientRect();
                    scrolled.push([at, at.scrollTop]);
                    at.scrollTo({ top: at.scrollTop + top + height / 2 - box.top - box.height / 2, behavior: 'instant' });
                  }
                }
                const { left, right, top, bottom } = each.getClientRects()[0];
                const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
                if (top < -0.5 && bottom < innerHeight || bottom > innerHeight + 0.5 && top > 0) said(`${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight} high`);
                else for (const x of [left + 3, (left + right) / 2, right - 3]) {
                  const at = hit(x, y);
                  if (!chain(at).includes(each) && !(at && each.getRootNode().host === at && each.querySelector('slot')) && !(each.matches('input') && each.labels && [...each.labels].some((label) => chain(at).includes(label)))) {
                    said(`at ${Math.round(x)}, ${Math.round(y)} there is ${at?.localName}.${at?.className} in ${at?.getRootNode().host?.localName}`);
                    break;
                  }
                }
                scrolled.forEach(([at, to]) => at.scrollTo({ top: to, behavior: 'instant' }));
              }
              const shortened = (each) => chain(each).some((at) => getComputedStyle(at).textOverflow === 'ellipsis' || getComputedStyle(at).clipPath !== 'none' || at.matches('.wide'));
              for (const each of nodes.filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) && !node.matches('script, style, title')
                && node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))) {
                for (const text of [...each.childNodes].filter((child) => child.nodeType === 3 && child.data.trim())) {
                  const range = document.createRange();
                  range.selectNodeContents(text);
                  const out = [...range.getClientRects()].find(({ left, right, width }) => width > 1 && (left < -0.5 || right > innerWidth + 0.5));
                  if (out && !shortened(each)) faults.push(`the words ${text.data.trim().slice(0, 30)}: ${Math.round(out.left)} to ${Math.round(out.right)} of ${innerWidth}`);
                }
              }
              return controls.length === 0 ? ['no control at all'] : [...new Set(faults)];
            }""";

    private record Size(int width, int height) { }

    private Reach() {
    }

    /** At all sizes; the page is wide again afterwards. */
    static void ofAll(String screen, Page page) {
        ofAll(screen, page, page.mainFrame());
    }

    /** The same of a frame of the page. */
    static void ofAll(String screen, Page page, Frame frame) {
        var faults = new ArrayList<String>();
        page.mouse().move(0, 0); // no tip stands before anything
        for (var size : SIZES) {
            page.setViewportSize(size.width(), size.height());
            faults(frame).map(fault -> screen + ", " + size.width() + " × " + size.height() + ": " + fault).forEach(faults::add);
        }
        assertEquals("", String.join("\n", faults));
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> faults(Frame frame) {
        return ((List<String>) frame.evaluate(FAULTS)).stream();
    }
}
