import type { db } from "@/db/client";
import { findOpenSessions } from "@/server/auth/session";
import { log } from "@/server/log";
import { readSignal, type Signal, signalChannel } from "@/server/signal";
import { findReaders } from "./queries/find-readers";

type Client = ReturnType<typeof db>;

/** The open stream of one browser. `write` gets text in the format of server-sent events. */
export type Stream = { personId: string; sessionId: string; write: (text: string) => void; end: () => void };

/** What is sent when every page may show something newer; otherwise the slug of the project is sent. */
const everyPage = "*";

/** A browser has one stream; those of a browser that was cut off may remain for a while. */
const streamsOfSession = 6;
const beatMs = 25_000;
/** How long signals are remembered for streams that are opened again. */
const rememberedMs = 10 * 60_000;
/** Clocks of instances differ, and a signal that is older than its stream may still be on its way. */
const marginMs = 2_000;
/** When signals may have been lost, all pages are rendered anew, but not at the same time. */
const spreadMs = 3_000;

const peopleOf = (streams: readonly Stream[]) => new Set(streams.map(({ personId }) => personId));

/**
 * The open streams of this process, and the signals that all instances send when something is newer. A stream carries no
 * content: it names the project, and the page reads what is new with its own rights. Who takes part in a project is
 * looked up for each signal, so that no list of rights can be outdated.
 */
export class Streams {
  private readonly open = new Set<Stream>();
  /** When each signal was last received, the oldest first. */
  private readonly remembered = new Map<string, number>();
  private readonly waiting = new Map<string, Signal>();
  private listeningSince = Number.POSITIVE_INFINITY;
  private delivering = false;
  private closed = false;
  private readonly beating: NodeJS.Timeout;

  constructor(
    readonly db: Client,
    options: { beatMs?: number } = {},
  ) {
    this.beating = setInterval(() => void this.beat(), options.beatMs ?? beatMs).unref();
    const listening = db.$client.listen(signalChannel, this.receive, this.listens);
    listening.catch((problem: unknown) => {
      // The driver tries again, and calls `listens` when it succeeds, also after a connection that was lost.
      log.error({ err: problem }, "The signals of instances are not received yet.");
    });
  }

  /** Adds a stream whose page shows the state of `since`, in milliseconds; what is newer is sent at once. */
  async add(stream: Stream, since: number): Promise<void> {
    if (this.closed) {
      stream.end();
      return;
    }
    const others = [...this.open].filter(({ sessionId }) => sessionId === stream.sessionId);
    for (const oldest of others.slice(0, Math.max(0, others.length + 1 - streamsOfSession))) this.remove(oldest);
    this.open.add(stream);
    // As long as the process does not listen, all streams are told when it does.
    if (this.listeningSince === Number.POSITIVE_INFINITY) return;
    const from = since - marginMs;
    if (from >= this.listeningSince && from >= Date.now() - rememberedMs) {
      const missed = [...this.remembered].flatMap(([text, at]) => (at >= from ? (readSignal(text) ?? []) : []));
      await this.deliver(missed, [stream]);
    } else this.send(stream, everyPage);
  }

  /** Ends a stream and forgets it. */
  remove(stream: Stream): void {
    if (this.open.delete(stream)) stream.end();
  }

  /** Ends all streams, and every stream that is added later. */
  close(): Promise<void> {
    this.closed = true;
    clearInterval(this.beating);
    for (const stream of this.open) this.remove(stream);
    return Promise.resolve();
  }

  private readonly listens = () => {
    this.listeningSince = Date.now();
    this.remembered.clear();
    for (const stream of this.open) {
      setTimeout(() => {
        this.send(stream, everyPage);
      }, Math.random() * spreadMs).unref();
    }
  };

  private readonly receive = (text: string) => {
    const signal = readSignal(text);
    if (!signal) return;
    if (signal.about !== "sessions") {
      this.remembered.delete(text);
      this.remembered.set(text, Date.now());
    }
    this.waiting.set(text, signal);
    void this.deliverWaiting();
  };

  /** Signals that arrive while others are delivered are delivered together. */
  private async deliverWaiting(): Promise<void> {
    if (this.delivering) return;
    this.delivering = true;
    while (this.waiting.size > 0) {
      const signals = [...this.waiting.values()];
      this.waiting.clear();
      await this.deliver(signals, [...this.open]);
    }
    this.delivering = false;
  }

  private async deliver(signals: readonly Signal[], streams: readonly Stream[]): Promise<void> {
    try {
      await this.endClosed(
        streams.filter(({ personId }) => signals.some((one) => one.about === "sessions" && one.personId === personId)),
      );
      const told = await this.findTold(signals, peopleOf(streams));
      for (const stream of streams) for (const what of told.get(stream.personId) ?? []) this.send(stream, what);
    } catch (problem) {
      log.error({ err: problem }, "Signals were not delivered.");
    }
  }

  /** What each of these people is told. */
  private async findTold(signals: readonly Signal[], people: ReadonlySet<string>): Promise<Map<string, Set<string>>> {
    const told = new Map([...people].map((personId) => [personId, new Set<string>()]));
    for (const { about, personId = "" } of signals) if (about === "person") told.get(personId)?.add(everyPage);
    const ofProjects = signals.flatMap((one) => (one.about === "project" ? [one] : []));
    if (ofProjects.length === 0 || people.size === 0) return told;
    const projects = new Set(ofProjects.map(({ projectId }) => projectId));
    for (const reader of await findReaders(this.db, new Date(), projects, people)) {
      const concerned = ofProjects.some(
        ({ projectId, personId }) =>
          projectId === reader.projectId &&
          // Evaluators see what they were asked to review: how busy a project is does not concern them.
          (personId === undefined ? reader.kind !== "evaluator" : personId === reader.personId),
      );
      if (concerned) told.get(reader.personId)?.add(reader.slug);
    }
    return told;
  }

  private async endClosed(streams: readonly Stream[]): Promise<void> {
    if (streams.length === 0) return;
    const ids = streams.map(({ sessionId }) => sessionId);
    const sessions = await findOpenSessions(this.db, ids, new Date());
    for (const stream of streams) if (!sessions.has(stream.sessionId)) this.remove(stream);
  }

  /** Keeps proxies from closing silent connections, and ends the streams of sessions that expired. */
  private async beat(): Promise<void> {
    const now = Date.now();
    for (const [text, at] of this.remembered) {
      if (at >= now - rememberedMs) break;
      this.remembered.delete(text);
    }
    await this.endClosed([...this.open]).catch((problem: unknown) => {
      log.error({ err: problem }, "The sessions of open streams could not be looked up.");
    });
    for (const stream of this.open) stream.write(`id: ${String(now)}\n\n`);
  }

  /** The id is the time up to which the browser was told; it sends the last one when it connects again. */
  private send(stream: Stream, what: string): void {
    if (this.open.has(stream)) stream.write(`id: ${String(Date.now())}\ndata: ${what}\n\n`);
  }
}
