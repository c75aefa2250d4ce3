const places = "[tabindex], dialog, section, main";

/**
 * When the focused element is removed, with a row or by a navigation, browsers move the focus to the document and
 * screen readers start at its top. Instead the closest remaining ancestor gets it; without one, as in a new frame for
 * another project, the main element.
 */
export function keepFocus(): () => void {
  let around: readonly Element[] = [];
  const note = ({ target }: FocusEvent) => {
    const chain: Element[] = [];
    for (let one = target instanceof Element ? target : null; one; one = one.parentElement) chain.push(one);
    around = chain;
  };
  const look = () => {
    if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
    for (const place of [...around, document.querySelector("main")]) {
      if (!(place instanceof HTMLElement) || !place.isConnected || !place.matches(places)) continue;
      if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
      // Closed or hidden elements cannot take it.
      if (document.activeElement === place) break;
    }
  };
  const observer = new MutationObserver(look);
  document.addEventListener("focusin", note);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", note);
    observer.disconnect();
  };
}
