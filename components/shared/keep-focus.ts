const places = "[tabindex], dialog, section, main";

/**
 * When what has the focus goes away, with a row that is taken out or a page that is left, the focus falls to the whole
 * document and a screen reader starts anew. The nearest place around it that is still there takes it instead; where there
 * is none, as in a frame that is drawn anew for another project, the page does.
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
      // What is closed or hidden does not take it.
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
