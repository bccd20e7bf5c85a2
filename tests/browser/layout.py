"""What to ask of a page in the browser: is anything lost, cut off, covered, or too small to hit?"""

from __future__ import annotations

from playwright.sync_api import Page

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
"""WCAG 1.4.12."""

LEAST = 43.5
"""44 px, but for what is lost in rounding."""


def fold_out(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def dress(page: Page, css: str) -> None:
    """Through the script's own door, since the site's policy bars style elements."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", css
    )


def lost(page: Page) -> list[str]:
    """What is outside the screen, cut off, or lies over something else that can be clicked."""
    found: list[str] = page.evaluate(_LOST)
    return found


def small_targets(page: Page) -> list[str]:
    """All that can be clicked and is lower than 44 px, but for links within text."""
    found: list[str] = page.evaluate(_SMALL, LEAST)
    return found


_SEEN = """const seen = e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width &&
    !e.closest('.unseen, .visually-hidden, .skip, svg, thead, .hero-mark');
    const told = e => e.outerHTML.slice(0, 120);"""

_LOST = f"""() => {{
    {_SEEN}
    const scrolls = e => {{
        for (let p = e; p !== document.body; p = p.parentElement)
            if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return true;
        return false;
    }};
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page is too wide');
    for (const e of document.querySelectorAll('body *')) {{
        if (!seen(e) || e.matches('input')) continue;
        const box = e.getBoundingClientRect();
        if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(e)) found.push('outside: ' + told(e));
        if (['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
            found.push('cut off: ' + told(e));
    }}
    // What is meant to slide over something else, and links that run on over lines, may do so.
    const boxes = [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
        .filter(e => seen(e) && !e.closest('.facets-foot, .beside') && getComputedStyle(e).display !== 'inline')
        .map(e => [e, e.getBoundingClientRect()]);
    boxes.forEach(([a, x], place) => boxes.slice(place + 1).forEach(([b, y]) => {{
        if (a.contains(b) || b.contains(a)) return;
        const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
        const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
        if (wide > 2 && high > 2) found.push(`${{told(a)}} lies over ${{told(b)}}`);
    }}));
    return found.slice(0, 5);
}}"""

_SMALL = f"""least => {{
    {_SEEN}
    return [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
        .filter(e => seen(e) && !(getComputedStyle(e).display === 'inline' &&
            e.closest('p, dd, figcaption, .prose, .sources')))
        .filter(e => e.getBoundingClientRect().height < least || e.getBoundingClientRect().width < 24)
        .map(told);
}}"""
