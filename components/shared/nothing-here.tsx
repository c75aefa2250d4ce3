"use client";

import texts from "@/messages/en/error.json";
import { LinkButton } from "../ui/link-button";

/** What stands in the frame of a page that is not there, or not for this person. */
export function NothingHere() {
  const { notFound } = texts;
  return (
    <>
      <header className="mb-8 grid gap-2">
        <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{notFound.title}</h1>
        <p className="text-ink-soft max-w-prose text-lg">{notFound.text}</p>
      </header>
      <LinkButton href="/home" kind="primary">
        {notFound.act}
      </LinkButton>
    </>
  );
}
