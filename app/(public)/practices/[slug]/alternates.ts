type Practice = {
  slug: string;
  shown: { language: string; origin: "original" | "human" | "machine" };
  /** The original first. */
  translations: readonly string[];
};

type Alternates = { canonical: string; languages?: Record<string, string> };

/**
 * The canonical address of a practice in the language that was asked for, and the addresses of its languages. Each of
 * those is the canonical one of its own page. The address without a language is that of the original: there, readers get
 * the language that they prefer.
 */
export function practiceAlternates({ slug, shown, translations }: Practice, chosen: string | undefined): Alternates {
  const path = `/practices/${slug}`;
  const [original] = translations;
  const addressIn = (language: string) => (language === original ? path : `${path}?language=${language}`);
  const canonical = chosen === shown.language ? addressIn(chosen) : path;
  if (translations.length < 2) return { canonical };
  const addresses = translations.map((language) => [language, addressIn(language)] as const);
  return { canonical, languages: Object.fromEntries([...addresses, ["x-default", path]]) };
}
