"use client";

import { useEffect } from "react";

const oneYear = 60 * 60 * 24 * 365;

/** Stores the browser's time zone in a cookie, for later pages. */
export function BrowserTimeZone() {
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    document.cookie = `time-zone=${timeZone}; path=/; max-age=${String(oneYear)}; samesite=lax`;
  }, []);
  return null;
}
