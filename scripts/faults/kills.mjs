import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startInstance } from "../instance.mjs";
import { signIn } from "../killed.mjs";

export const settings = { LOG_LEVEL: "silent", RATE_LIMIT_FACTOR: "100000" };

/** Peak memory of a process in megabytes; undefined where the system does not show it. */
export function peakMemory(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
  } catch {
    return undefined;
  }
}

/** Waits until the health check succeeds; returns the seconds it took. */
export async function untilWell(url, seconds = 60) {
  const since = Date.now();
  while (Date.now() - since < seconds * 1_000) {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return (Date.now() - since) / 1_000;
    await wait(100);
  }
  throw new Error(`It was not well again within ${seconds} seconds.`);
}

/** Signs in as the coordinator of the demo; `create` creates an output and returns its id. */
export async function aWriter(url) {
  const person = await signIn(url, "coordinator");
  const [project] = (await person.read("projects.list", {})).items;
  const [lead] = await person.read("outputs.choices", { slug: project.slug });
  const create = async () => {
    const id = randomUUID();
    const plan = { id, title: `Output ${id}`, projectId: project.id, type: "guide" };
    await person.call("outputs.create", { ...plan, leadOrganisationId: lead.id });
    return id;
  };
  return { person, create };
}

function killPostgres(dataDir) {
  const pid = Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  const parentOf = (name) => {
    try {
      return Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1).split(" ")[1]);
    } catch {
      return undefined;
    }
  };
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  for (const one of [pid, ...children.map(Number)]) {
    try {
      process.kill(one, "SIGKILL");
    } catch (problem) {
      if (problem.code !== "ESRCH") throw problem;
    }
  }
}

/** Writes continuously until stopped; collects every acknowledged id. */
function load(create, acknowledged) {
  let stopped = false;
  const lanes = Array.from({ length: 4 }, async () => {
    while (!stopped) {
      try {
        acknowledged.push(await create());
      } catch {
        // Writes that are refused or cut off while the instance is down were not acknowledged.
        await wait(20);
      }
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(lanes);
  };
}

/** Kills app, PostgreSQL or both under load, in rounds, and looks for every acknowledged write. */
export async function killRounds(folder, dataDir, what, rounds) {
  let instance = await startInstance(folder, dataDir, settings);
  const acknowledged = [];
  const seconds = [];
  let [failedStarts, memory] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const { create } = await aWriter(instance.url);
    const stop = load(create, acknowledged);
    await wait(1_500);
    memory = Math.max(memory, peakMemory(instance.pid) ?? 0);
    if (what !== "app") killPostgres(dataDir);
    if (what !== "postgres") await instance.kill();
    const since = Date.now();
    await stop();
    if (what !== "postgres") {
      instance = await startInstance(folder, dataDir, settings).catch(() => {
        failedStarts += 1;
        return startInstance(folder, dataDir, settings);
      });
    }
    await untilWell(instance.url);
    seconds.push((Date.now() - since) / 1_000);
  }
  const { person } = await aWriter(instance.url);
  let lost = 0;
  for (const outputId of acknowledged) {
    await person.read("outputs.get", { outputId }).catch(() => {
      lost += 1;
    });
  }
  await instance.stop();
  return {
    rounds,
    acknowledged: acknowledged.length,
    lost,
    failedStarts,
    seconds: Math.max(...seconds).toFixed(1),
    memory,
  };
}
