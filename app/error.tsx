"use client";

import texts from "@/messages/en/error.json";
import { MessagePage } from "@/components/shared/message-page";
import { Button } from "@/components/ui/button";

// Stands in for any page, also one without messages around it: so it brings its own sentences.
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { title, text, textShort, act } = texts;
  return (
    <MessagePage
      title={title}
      text={error.digest ? `${text} ${error.digest}` : textShort}
      action={
        <Button kind="primary" onClick={reset}>
          {act}
        </Button>
      }
    />
  );
}
