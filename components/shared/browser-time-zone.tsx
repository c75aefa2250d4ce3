"use client";

import { useEffect } from "react";

const oneYear = 60 * 60 * 24 * 365;

/**
 * Stores the browser's time zone in a cookie, for later pages. Not on public pages: asking for it takes a phone 0.1 s, and
 * they show no times.
 */
export function BrowserTimeZone() {
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    document.cookie = `time-zone=${timeZone}; path=/; max-age=${String(oneYear)}; samesite=lax`;
  }, []);
  return null;
}
