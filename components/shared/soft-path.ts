// Answered by our own server and not by a page.
const notAPage = /^\/(api|files|upload|maps|pictures|_next)(\/|$)|^\/[^/]*\.[a-z]+$/;

/**
 * Where a link leads without a new document: path, query and fragment of another page of this house. Null for other
 * houses, for what is no page, and for a place on the page one is on, which the browser itself goes to.
 */
export function softPath(href: string, from: string): string | null {
  const here = new URL(from);
  const to = new URL(href, here);
  const samePage = to.pathname === here.pathname && to.search === here.search && to.hash !== "";
  if (to.origin !== here.origin || samePage || notAPage.test(to.pathname)) return null;
  return to.pathname + to.search + to.hash;
}
