type Address = { path: string; changed: string | null };

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
const escaped = (text: string) => text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap (sitemaps.org) of these addresses of a site. */
export function sitemapXml(site: string, addresses: readonly Address[]): string {
  const urls = addresses.map(({ path, changed }) => {
    const day = changed === null ? "" : `<lastmod>${escaped(changed)}</lastmod>`;
    return `<url><loc>${escaped(`${site}${path}`)}</loc>${day}</url>\n`;
  });
  return `${head}<urlset ${namespace}>\n${urls.join("")}</urlset>\n`;
}

/** The index of the sitemaps of a site that has too many addresses for one. */
export function sitemapIndexXml(site: string, pages: number): string {
  const maps = Array.from(
    { length: pages },
    (_, page) => `<sitemap><loc>${escaped(`${site}/sitemap/${String(page)}`)}</loc></sitemap>\n`,
  );
  return `${head}<sitemapindex ${namespace}>\n${maps.join("")}</sitemapindex>\n`;
}
