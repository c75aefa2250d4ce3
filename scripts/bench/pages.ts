import { gzipSync } from "node:zlib";
import { alternately, median, rate } from "./measure";
import { amount, ratio } from "./report";
import type { World } from "./world";

/** The most used pages, as a signed-in person opens them. */
export const mainPages = ({ slug, submission }: World) => {
  const project = `/projects/${slug}`;
  const output = `${project}/outputs/${submission.outputId}`;
  return {
    home: "/home",
    project,
    outputs: `${project}/outputs`,
    output,
    submission: `${output}/submissions/${submission.id}`,
    activity: `${project}/activity`,
    consortium: `${project}/consortium`,
  };
};

/** What a visitor from a search engine opens first. */
const publicWork = ({ publicPages: { output, practice } }: World) => ({
  "public output": `/outputs/${output}`,
  "public practice": `/practices/${practice}`,
});

const publicPages = ["/", "/library", "/practices", "/rules", "/sign-in"];

const kilobytes = (text: string) => gzipSync(Buffer.from(text)).length / 1024;

/** The complete HTML of a page; throws when the response is not successful or breaks off. */
async function htmlOf(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers, redirect: "manual" });
  const html = await answer.text();
  if (!answer.ok || !html.trimEnd().endsWith("</html>"))
    throw new Error(`${url} answered ${String(answer.status)} with ${String(html.length)} characters.`);
  return html;
}

/** Each page: its requests per second against a bare page with one SELECT, and the size of its HTML. */
export async function pages(world: World): Promise<void> {
  const { address, bareAddress, cookie } = world;
  await world.withBoth(async () => {
    for (const [name, path] of Object.entries(mainPages(world))) {
      const url = `${address}${path}`;
      const measured = await alternately(
        () => rate({ url, headers: { cookie }, warmUp: 1, seconds: 4 }),
        () => rate({ url: `${bareAddress}/`, warmUp: 1, seconds: 4 }),
      );
      ratio({ what: `page: ${name}`, unit: "req/s", ...measured }, { atLeast: 0.25 });
      amount(
        { what: `HTML of ${name}, gzip`, value: kilobytes(await htmlOf(url, { cookie })), unit: "KB" },
        { atMost: 25 },
      );
    }
    await busyPages(world);
    for (const [name, path] of Object.entries(publicWork(world))) {
      const measured = await alternately(
        () => rate({ url: `${address}${path}`, warmUp: 1, seconds: 4 }),
        () => rate({ url: `${bareAddress}/`, warmUp: 1, seconds: 4 }),
      );
      ratio({ what: `page: ${name}`, unit: "req/s", ...measured }, { atLeast: 0.6 });
    }
  });
}

/** The home page of a person with 2,000 open tasks, and the timeline of a long plan. */
async function busyPages({ address, bareAddress, busy: { cookie, planned } }: World): Promise<void> {
  const home = await alternately(
    () => rate({ url: `${address}/home`, headers: { cookie }, warmUp: 1, seconds: 4 }),
    () => rate({ url: `${bareAddress}/`, warmUp: 1, seconds: 4 }),
  );
  ratio({ what: "page: home with 2,000 open tasks in 20 projects", unit: "req/s", ...home }, { atLeast: 0.25 });
  const timeline = `${address}/projects/${planned}/timeline`;
  const times: number[] = [];
  for (let call = -10; call < 50; call += 1) {
    const began = performance.now();
    const html = await htmlOf(timeline, { cookie });
    if (call >= 0) times.push(performance.now() - began);
    if (call === 0) {
      amount({ what: "HTML of a timeline of 1,180 lines, gzip", value: kilobytes(html), unit: "KB" }, { atMost: 60 });
    }
  }
  amount({ what: "its whole response, one at a time", value: median(times), unit: "ms" }, { atMost: 150 });
}

/** The procedure of the activity feed, against a bare one that selects a session and a list. */
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

/** The scripts that a browser loads before a page is interactive. */
export async function javascript(world: World): Promise<void> {
  const { address, bareAddress, cookie } = world;
  await world.withBoth(async () => {
    const bare = await firstLoad(`${bareAddress}/`);
    for (const [name, path] of Object.entries(mainPages(world))) {
      const ours = await firstLoad(`${address}${path}`, { cookie });
      ratio({ what: `JavaScript of ${name}`, ours, bare, unit: "KB" }, { atMost: 1.35 });
    }
    for (const [name, path] of Object.entries(publicWork(world))) {
      const ours = await firstLoad(`${address}${path}`);
      ratio({ what: `JavaScript of ${name}`, ours, bare, unit: "KB" }, { atMost: 1.15 });
    }
    for (const path of publicPages) {
      const ours = await firstLoad(`${address}${path}`);
      ratio({ what: `JavaScript of ${path}`, ours, bare, unit: "KB" }, { atMost: 1.2 });
    }
  });
}

/** First-load JavaScript of a page, gzip, in KB: every script in its HTML except those for old browsers. */
async function firstLoad(url: string, headers: Record<string, string> = {}): Promise<number> {
  const scripts = new Set(
    [...(await htmlOf(url, headers)).matchAll(/<script\s[^>]*src="([^"]+\.js[^"]*)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src ?? ""),
  );
  let total = 0;
  for (const script of scripts) {
    total += kilobytes(await (await fetch(new URL(script.replaceAll("&amp;", "&"), url))).text());
  }
  return total;
}
