"use client";

import texts from "@/messages/en/error.json";
import { MessagePage } from "@/components/shared/message-page";
import { Button } from "@/components/ui/button";
import { fontVariables } from "./fonts";
import "./globals.css";

export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { title, text, textShort, act } = texts;
  return (
    <html lang="en" className={fontVariables}>
      <head>
        <title>{title}</title>
      </head>
      <body>
        <MessagePage
          title={title}
          text={error.digest ? `${text} ${error.digest}` : textShort}
          action={
            <Button kind="primary" onClick={reset}>
              {act}
            </Button>
          }
        />
      </body>
    </html>
  );
}
