import { connection } from "next/server";
import { env } from "@/server/env";

const closed = [
  "/home",
  "/projects",
  "/account",
  "/organisations",
  "/reviews",
  "/operator",
  "/report",
  "/api",
  "/files",
  "/act",
  "/invite",
];

/** What search engines may read: the public pages, which the sitemap lists. */
export async function GET(): Promise<Response> {
  await connection();
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "Allow: /files/public/",
    "",
    `Sitemap: ${env().APP_URL}/sitemap.xml`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
