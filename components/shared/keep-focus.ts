const containers = "[tabindex], dialog, section, main";

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
    for (const container of [...around, document.querySelector("main")]) {
      if (!(container instanceof HTMLElement) || !container.isConnected || !container.matches(containers)) continue;
      if (!container.hasAttribute("tabindex")) container.tabIndex = -1;
      container.focus({ preventScroll: true });
      // Closed or hidden elements cannot take it.
      if (document.activeElement === container) break;
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
