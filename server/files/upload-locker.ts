import { setTimeout as wait } from "node:timers/promises";
import { ERRORS, type Lock, type Locker, type RequestRelease } from "@tus/server";
import postgres from "postgres";
import { log } from "@/server/log";

const channel = "consorta_upload_release";
const pauseMs = 50;
const timeoutMs = 30_000;

/**
 * One request at a time per upload, across all instances on the database: session-level advisory locks of one
 * connection of this process, which PostgreSQL releases when the process dies. A waiting request asks the holder to
 * release the lock, by NOTIFY when it is another instance.
 */
export class UploadLocker implements Locker {
  private readonly held = new Map<string, RequestRelease>();
  private readonly connection: postgres.Sql;
  private listening: Promise<unknown> | undefined;

  constructor(databaseUrl: string) {
    this.connection = postgres(databaseUrl, {
      max: 1,
      // Closing the session would release its locks.
      idle_timeout: 0,
      max_lifetime: null,
      connection: { application_name: "consorta uploads" },
      onclose: () => {
        for (const id of this.held.keys()) this.askForRelease(id);
      },
    });
  }

  newLock(id: string): Lock {
    return {
      lock: (signal, requestRelease) => this.lock(id, signal, requestRelease),
      unlock: () => this.unlock(id),
    };
  }

  /** Closes the connection, which releases all its locks. */
  async close(): Promise<void> {
    await this.connection.end({ timeout: 1 });
  }

  private async lock(id: string, signal: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    await this.listen();
    const until = Date.now() + timeoutMs;
    while (Date.now() < until && !signal.aborted) {
      if (this.held.has(id)) this.askForRelease(id);
      else if (await this.take(id, requestRelease)) return;
      else await this.connection.notify(channel, id);
      await wait(pauseMs);
    }
    throw Object.assign(new Error("The upload stayed in other hands."), ERRORS.ERR_LOCK_TIMEOUT);
  }

  /** A session may acquire its own lock repeatedly: within the process the map decides. */
  private async take(id: string, requestRelease: RequestRelease): Promise<boolean> {
    this.held.set(id, requestRelease);
    let taken = false;
    try {
      const [answer] = await this.connection<{ taken: boolean }[]>`
        select pg_try_advisory_lock(hashtextextended(${`upload ${id}`}, 0)) as taken`;
      taken = answer?.taken === true;
    } finally {
      if (!taken) this.held.delete(id);
    }
    return taken;
  }

  private async unlock(id: string): Promise<void> {
    try {
      await this.connection`select pg_advisory_unlock(hashtextextended(${`upload ${id}`}, 0))`;
    } finally {
      this.held.delete(id);
    }
  }

  private listen(): Promise<unknown> {
    this.listening ??= this.connection
      .listen(channel, (id) => {
        this.askForRelease(id);
      })
      .catch((problem: unknown) => {
        this.listening = undefined;
        throw problem;
      });
    return this.listening;
  }

  private askForRelease(id: string): void {
    Promise.resolve(this.held.get(id)?.()).catch((problem: unknown) => {
      log.error({ err: problem }, "An upload could not be asked to let go.");
    });
  }
}
