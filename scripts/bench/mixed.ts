import { benchAddress } from "@/server/testing/fill";
import { median } from "./measure";
import { watchMemory } from "./memory";
import { amount, ratio, remark } from "./report";
import { openSignInForm, signIn } from "./sign-ins";
import { upload } from "./transfers";
import type { World } from "./world";

type Action = () => Promise<void>;

async function ask(url: string, init: RequestInit = {}): Promise<void> {
  const answer = await fetch(url, { redirect: "manual", ...init });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}.`);
}

/** Eight loops over the actions, each with another offset; returns the number of actions. */
async function load(seconds: number, actions: readonly Action[]): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      for (let turn = index * 3; performance.now() < until; turn += 1) {
        await actions[turn % actions.length]?.();
        done += 1;
      }
    }),
  );
  return done;
}

/** Typical actions of people: mostly reads, some sign-ins, uploads and edits. */
async function daysWork(world: World): Promise<Action[]> {
  const { address, slug, cookie } = world;
  const headers = { cookie };
  const form = await openSignInForm(address);
  const page = (path: string) => () => ask(`${address}${path}`, { headers });
  const feed = page(`/api/trpc/activity.list?input=${encodeURIComponent(JSON.stringify({ json: { slug } }))}`);
  const project = page(`/projects/${slug}`);
  const write = () =>
    ask(`${address}/api/trpc/people.updateProfile`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ json: { name: `Measured Person ${new Date().toISOString()}`, locale: "en" } }),
    });
  const file = async () => {
    await upload(world, "small.txt", { bytes: 20_000 });
  };
  const read = [project, feed, page("/home"), feed, page(`/projects/${slug}/outputs`), feed];
  return [...read, write, ...read, file, ...read, () => signIn(form, benchAddress), page("/practices")];
}

const minutes = Number(process.env["BENCH_MINUTES"] ?? "10");

const minute = (share: number) => String(Math.round(share * minutes * 10) / 10);
const span = (from: number, to: number) => `minutes ${minute(from)} to ${minute(to)}`;

/** Memory during minutes of mixed load, against a bare app; and whether it keeps growing. */
export async function mixedLoad(world: World): Promise<void> {
  if (!(minutes > 0)) throw new Error("BENCH_MINUTES must be a number of minutes.");
  const seconds = minutes * 60;
  await world.withBoth(async ({ ours, bare }) => {
    const actions = await daysWork(world);
    const seen = watchMemory(ours);
    const done = await load(seconds, actions);
    const mine = seen();
    const seenBare = watchMemory(bare);
    const doneBare = await load(seconds, [
      () => ask(`${world.bareAddress}/`),
      () => ask(`${world.bareAddress}/api/trpc/list`),
    ]);
    const its = seenBare();
    const part = (list: number[], from: number, to: number) =>
      median(list.slice(Math.floor(list.length * from), Math.ceil(list.length * to)));
    ratio(
      {
        what: `memory under mixed load, ${span(0.5, 1)}`,
        ours: part(mine, 0.5, 1),
        bare: part(its, 0.5, 1),
        unit: "MB",
      },
      { atMost: 2 },
    );
    const [early, late] = [part(mine, 0.3, 0.5), part(mine, 0.8, 1)];
    amount(
      { what: `the same, ${span(0.8, 1)} against ${span(0.3, 0.5)}`, value: late / early, unit: "×" },
      { atMost: 1.1 },
    );
    remark(
      `${early.toFixed(0)} MB, then ${late.toFixed(0)} MB; ${String(done)} acts, the bare app ${String(doneBare)}`,
    );
  });
}
