const made = new Map<string, Intl.DisplayNames>();

function namesOf(type: "language" | "region", locale: string): Intl.DisplayNames {
  const key = `${type} ${locale}`;
  const cached = made.get(key);
  if (cached) return cached;
  const names = new Intl.DisplayNames([locale], { type, fallback: "code" });
  made.set(key, names);
  return names;
}

function displayName(type: "language" | "region", code: string, locale: string): string {
  // For an empty code, Intl returns a name for "no language".
  if (code === "") return "";
  try {
    return namesOf(type, locale).of(code) ?? code;
  } catch (problem) {
    // Intl throws a RangeError for an invalid code: a page shows such a stored value instead of failing.
    if (problem instanceof RangeError) return code;
    throw problem;
  }
}

/** The name of a language in the reader's language; an invalid code is returned unchanged. */
export const languageName = (code: string, locale: string): string => displayName("language", code, locale);

/** The name of a country in the reader's language; an invalid code is returned unchanged. */
export const regionName = (code: string, locale: string): string => displayName("region", code, locale);
