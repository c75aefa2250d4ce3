import { gzipSync } from "node:zlib";
import { alternately, rate } from "./measure";
import { ratio } from "./report";
import type { World } from "./world";

/** The project page of a person signed in, against a bare page with one SELECT. */
export async function projectPage(world: World): Promise<void> {
  const { address, bareAddress, slug, cookie } = world;
  await world.withBoth(async () => {
    const page = await alternately(
      () => rate({ url: `${address}/projects/${slug}`, headers: { cookie } }),
      () => rate({ url: `${bareAddress}/` }),
    );
    ratio({ what: "project page, signed in", unit: "req/s", ...page }, { atLeast: 0.5 });
  });
}

/** The procedure behind the activity feed, against a bare one that selects a session and a list. */
export async function activityFeed(world: World): Promise<void> {
  const { address, bareAddress, slug, cookie } = world;
  const input = encodeURIComponent(JSON.stringify({ json: { slug } }));
  await world.withBoth(async () => {
    const feed = await alternately(
      () => rate({ url: `${address}/api/trpc/activity.list?input=${input}`, headers: { cookie } }),
      () => rate({ url: `${bareAddress}/api/trpc/list` }),
    );
    ratio({ what: "activity feed procedure", unit: "req/s", ...feed }, { atLeast: 0.6 });
  });
}

/** What a browser loads of scripts before a page is awake. */
export async function javascript(world: World): Promise<void> {
  const { address, bareAddress, slug, cookie } = world;
  await world.withBoth(async () => {
    const bare = await firstLoad(`${bareAddress}/`);
    const project = await firstLoad(`${address}/projects/${slug}`, { cookie });
    ratio({ what: "JavaScript of the project page", ours: project, bare, unit: "KB" }, { atMost: 1.6 });
    for (const path of ["/", "/practices", "/rules", "/sign-in"]) {
      const ours = await firstLoad(`${address}${path}`);
      ratio({ what: `JavaScript of ${path}`, ours, bare, unit: "KB" }, { atMost: 1.2 });
    }
  });
}

/** First-load JavaScript of a page, gzip, in KB: every script its HTML names, but for old browsers. */
async function firstLoad(url: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}.`);
  const scripts = new Set(
    [...(await answer.text()).matchAll(/<script\s[^>]*src="([^"]+\.js[^"]*)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src ?? ""),
  );
  let bytes = 0;
  for (const script of scripts) {
    const source = await (await fetch(new URL(script.replaceAll("&amp;", "&"), url))).arrayBuffer();
    bytes += gzipSync(Buffer.from(source)).length;
  }
  return bytes / 1024;
}
