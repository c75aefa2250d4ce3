"use client";

import { errorTexts } from "@/components/shared/error-texts";
import ErrorPage from "./error";
import { fontVariables } from "./fonts";
import "./globals.css";

/** Shown when the root layout failed. */
export default function GlobalErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB" className={fontVariables}>
      <head>
        <title>{errorTexts().title}</title>
      </head>
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
