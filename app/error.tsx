"use client";

import { errorTexts } from "@/components/shared/error-texts";
import { MessagePage } from "@/components/shared/message-page";
import { Button } from "@/components/ui/button";

/** Error boundary of all pages. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { title, text, textShort, act: actionLabel } = errorTexts();
  return (
    <MessagePage
      title={title}
      text={error.digest ? `${text} ${error.digest}` : textShort}
      action={
        <Button kind="primary" onClick={reset}>
          {actionLabel}
        </Button>
      }
    />
  );
}
