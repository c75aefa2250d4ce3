// Paths that the server handles without a page.
const notAPage = /^\/(api|files|upload|maps|pictures|_next)(\/|$)|^\/[^/]*\.[a-z]+$/;

/**
 * The path, query and fragment of a link to another page of this site, for navigation without a new document. Null for
 * other sites, for paths without a page, and for fragments of the current page, which the browser handles.
 */
export function softPath(href: string, from: string): string | null {
  const here = new URL(from);
  const to = new URL(href, here);
  const samePage = to.pathname === here.pathname && to.search === here.search && to.hash !== "";
  if (to.origin !== here.origin || samePage || notAPage.test(to.pathname)) return null;
  return to.pathname + to.search + to.hash;
}
