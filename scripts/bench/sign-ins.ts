import { setTimeout as wait } from "node:timers/promises";
import { hashPassword } from "@/server/auth/password";
import { benchAddress, benchPassword, crowd } from "@/server/testing/fill";
import { alternately, quantile, rate, timesDuring } from "./measure";
import { ratio, remark } from "./report";
import type { World } from "./world";

export interface SignInForm {
  url: string;
  headers: Record<string, string>;
  bodyFor: (email: string) => string;
}

/** The fields of a sign-in form that was opened once; its token is valid for any number of sign-ins. */
export async function openSignInForm(address: string): Promise<SignInForm> {
  const answer = await fetch(`${address}/api/auth/csrf`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return {
    url: `${address}/api/auth/callback/password`,
    headers: { cookie, "content-type": "application/x-www-form-urlencoded", "x-auth-return-redirect": "1" },
    bodyFor: (email) => new URLSearchParams({ csrfToken, email, password: benchPassword, callbackUrl: "/" }).toString(),
  };
}

/** Signs one person in; throws when the response has no session. */
export async function signIn({ url, headers, bodyFor }: SignInForm, email: string): Promise<void> {
  const answer = await fetch(url, { method: "POST", headers, body: bodyFor(email), redirect: "manual" });
  await answer.arrayBuffer();
  if (!answer.headers.getSetCookie().some((one) => /^[^=]*session/u.test(one)))
    throw new Error(`A sign-in was refused with ${String(answer.status)}.`);
}

/** Sign-ins per second, against the argon2id hashes per second of this machine. */
export async function signInRate(world: World): Promise<void> {
  await world.withBoth(async () => {
    const form = await openSignInForm(world.address);
    await signIn(form, benchAddress);
    const post = { url: form.url, method: "POST" as const, headers: form.headers, body: form.bodyFor(benchAddress) };
    const signIns = await alternately(() => rate({ ...post, seconds: 5 }), hashesInASecond);
    ratio({ what: "sign-in against argon2id alone", unit: "/s", ...signIns }, { atLeast: 0.55 });
  });
}

async function hashesInASecond(): Promise<number> {
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() - began < 5_000) {
        await hashPassword(benchPassword);
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - began);
}

/** Response times of the project page without load, and while fifty people sign in at the same time. */
export async function pageInACrowd(world: World): Promise<void> {
  const { address, slug, cookie } = world;
  const url = `${address}/projects/${slug}`;
  await world.withBoth(async () => {
    const form = await openSignInForm(address);
    await Promise.all(crowd.map((email) => signIn(form, email)));
    await rate({ url, headers: { cookie }, seconds: 3 });
    const times: { quiet: number[]; crowded: number[] } = { quiet: [], crowded: [] };
    const lasted: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      times.quiet.push(...(await timesDuring(url, { cookie }, () => wait(3_000))));
      const began = performance.now();
      const crowded = await timesDuring(url, { cookie }, async () => {
        // The connections of the page are opened first, so that the sign-ins arrive while people are reading.
        await wait(100);
        await Promise.all(crowd.map((email) => signIn(form, email)));
        lasted.push(performance.now() - began);
      });
      times.crowded.push(...crowded);
    }
    const [ours, bare] = [quantile(times.crowded, 0.95), quantile(times.quiet, 0.95)];
    ratio(
      { what: "p95 of the page while fifty sign in, against its own in quiet", ours, bare, unit: "ms" },
      { atMost: 3 },
    );
    remark(
      `${String(times.quiet.length)} pages in quiet, ${String(times.crowded.length)} while fifty signed in, which took ` +
        `${quantile(lasted, 0.5).toFixed(0)} ms`,
    );
  });
}
