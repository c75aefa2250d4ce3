import "server-only";
import { headers } from "next/headers";
import { permanentRedirect } from "next/navigation";
import type { Route } from "next";
import { markGone } from "@/server/http/gone-pages";
import { orNotFound } from "./rsc";

type Answer = { state: "published" } | { state: "withdrawn" } | { state: "moved"; slug: string };

/**
 * The data of a public page, for the page function itself, before anything is sent: a former address redirects for good
 * (308), what was withdrawn is answered with 410, and what is not public with 404.
 */
export async function publicPage<T extends Answer>(
  answer: Promise<T>,
  path: "outputs" | "practices" | "partnerships" | "partners",
): Promise<Exclude<T, { state: "moved" }>> {
  const page = await orNotFound(answer);
  if (page.state === "moved") permanentRedirect(`/${path}/${page.slug}` as Route);
  if (page.state === "withdrawn") markGone((await headers()).get("x-request-id") ?? "");
  return page as Exclude<T, { state: "moved" }>;
}
