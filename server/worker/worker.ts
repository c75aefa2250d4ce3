import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Db } from "@/db/client";
import { log } from "@/server/log";
import type { Handler } from "@/server/jobs/handler";
import { handlers, schedule } from "./handlers";
import { startHeartbeat } from "./heartbeat";
import { payloads, type JobName } from "@/server/jobs/payloads";
import { noteWorker } from "@/server/jobs/worker-state";

function isJobName(name: string): name is JobName {
  return name in payloads;
}

function taskOf<N extends JobName>(db: Db, name: N, handler: Handler<N>): TaskList[string] {
  return async (payload, helpers) => {
    // Cron jobs have an additional key _cron in their payload, which its schema ignores.
    const checked = payloads[name].parse(payload) as Parameters<Handler<N>>[1];
    const { attempts, max_attempts: atMost } = helpers.job;
    const lastTry = attempts >= atMost;
    try {
      await handler({ db, now: new Date(), lastTry }, checked);
    } catch (problem) {
      const what = lastTry ? "A job failed for good." : "A job failed and will be tried again.";
      log.error({ err: problem, job: name, attempt: attempts }, what);
      throw problem;
    }
  };
}

function taskList(db: Db): TaskList {
  const tasks: TaskList = {};
  for (const [name, handler] of Object.entries(handlers)) {
    if (isJobName(name)) tasks[name] = taskOf(db, name, handler as Handler<typeof name>);
  }
  return tasks;
}

const worrying: ReadonlySet<string> = new Set(["error", "warning"]);

export interface JobWorker {
  stop: () => Promise<void>;
}

/** Starts the worker until it is stopped; running jobs are finished first, jobs of dead workers are unlocked. */
export async function startWorker(db: Db, databaseUrl: string): Promise<JobWorker> {
  const events: WorkerEvents = new EventEmitter();
  const named = new Promise<string>((resolve) => {
    events.once("pool:create", ({ workerPool }) => {
      resolve(workerPool.id);
    });
  });
  const runner: Runner = await run({
    events,
    connectionString: databaseUrl,
    concurrency: 4,
    maxPoolSize: 6,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: taskList(db),
    parsedCronItems: parseCronItems(schedule.map(({ job, at }) => ({ task: job, match: at, identifier: job }))),
    logger: new Logger(() => (level, message) => {
      // graphile-worker's messages contain whole jobs: only warnings and errors are logged, without details.
      if (worrying.has(level)) log.warn({ about: message.slice(0, 60) }, "The job queue worries.");
    }),
  });
  const heartbeat = startHeartbeat(db, await named);
  noteWorker(true);
  void runner.promise.finally(() => {
    noteWorker(false);
  });
  return {
    stop: async () => {
      await runner.stop();
      await heartbeat.stop();
    },
  };
}
