"use client";

import { MessagePage } from "@/components/shared/message-page";
import { buttonStyle } from "@/components/ui/button-style";
import texts from "@/messages/en/error.json";

// An island, as is the page for errors: on the server it would be drawn with every page, to lie ready.
export default function NotFound() {
  const { notFound } = texts;
  return (
    <MessagePage
      title={notFound.title}
      text={notFound.text}
      action={
        <a href="/home" className={buttonStyle("primary")}>
          {notFound.act}
        </a>
      }
    />
  );
}
