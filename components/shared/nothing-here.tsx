"use client";

import texts from "@/messages/en/error.json";
import { LinkButton } from "../ui/link-button";
import { headerLook } from "./page-header-markup";

/** What stands in the frame of a page that is not there, or not for this person. */
export function NothingHere() {
  const { notFound } = texts;
  return (
    <>
      <header className={headerLook.whole}>
        <h1 className={headerLook.title}>{notFound.title}</h1>
        <p className={headerLook.state}>{notFound.text}</p>
      </header>
      <LinkButton href="/home" kind="primary">
        {notFound.act}
      </LinkButton>
    </>
  );
}
