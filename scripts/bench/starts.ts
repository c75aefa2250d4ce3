import { alternately } from "./measure";
import { ratio } from "./report";
import type { World } from "./world";

/** Time until the first page is served: a second `npm start`, against starting PostgreSQL and then `next start`. */
export async function secondStart(world: World): Promise<void> {
  const times = await alternately(
    () =>
      untilServed(world.address, async () => {
        const ours = await world.serveConsorta();
        return ours.stop;
      }),
    () =>
      untilServed(world.bareAddress, async () => {
        const closeDatabase = await world.openDatabase();
        const bare = await world.serveBare();
        return async () => {
          await bare.stop();
          await closeDatabase();
        };
      }),
  );
  ratio({ what: "second start", unit: "ms", ...times }, { atMost: 3 });
}

async function untilServed(address: string, serve: () => Promise<() => Promise<void>>): Promise<number> {
  const began = performance.now();
  const stop = await serve();
  const answer = await fetch(`${address}/`);
  await answer.text();
  const after = performance.now() - began;
  await stop();
  if (!answer.ok) throw new Error(`${address} answered ${String(answer.status)}.`);
  return after;
}
