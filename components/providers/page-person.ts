"use client";

// Read once when the document is loaded: a refresh renders the page for the session of that moment, which another tab
// may have changed.
const rendered = typeof document === "undefined" ? null : (document.documentElement.dataset.person ?? null);

/** The id of the person for whom this document was rendered; null when nobody was signed in. */
export const pagePerson = (): string | null => rendered;
