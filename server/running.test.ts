import { expect, it } from "vitest";
import { Running } from "./running";

const ended = (prepare: (running: Running) => void, wholeMs = 2_000) =>
  new Promise<{ code: number; ms: number }>((resolve) => {
    const since = Date.now();
    const running = new Running((code) => {
      resolve({ code, ms: Date.now() - since });
    }, wholeMs);
    prepare(running);
    running.end(0);
    running.end(0);
  });
const never = () => new Promise(() => undefined);

it("stops parts in reverse order of their start, listeners first", async () => {
  const order: string[] = [];
  const part = (name: string) => () => Promise.resolve(order.push(name));
  const { code } = await ended((running) => {
    running.add(part("database"));
    running.addListener(part("port"));
    running.add(part("worker"));
  });
  expect([code, order]).toEqual([0, ["port", "worker", "database"]]);
});

it("skips a part that hangs or fails, and stops the others", async () => {
  let database = false;
  const { code, ms } = await ended((running) => {
    running.add(() => Promise.resolve((database = true)));
    running.add(never, 100);
    running.add(() => Promise.reject(new Error("broken")));
  });
  expect([code, database, ms < 1_000]).toEqual([1, true, true]);
});

it("exits in time when every part hangs", async () => {
  const { code, ms } = await ended((running) => {
    running.addListener(never);
    for (let part = 0; part < 5; part += 1) running.add(never, 400);
  }, 600);
  expect([code, ms >= 550, ms < 1_500]).toEqual([1, true, true]);
});
