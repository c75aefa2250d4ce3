import { concernsPage } from "./concerns-page";

type Page = {
  /** The person for whom the document was rendered. */
  person: string;
  /** The time up to which the page shows what is new, in milliseconds of the server's clock. */
  renderedAt: () => number;
  path: () => string;
  refresh: () => void;
};

/** Signals of one act arrive within a moment, and are shown together. */
const collectMs = 100;
const betweenRefreshesMs = 1_000;
/** A page without a stream is rendered anew when the reader comes back to it after this time. */
const staleMs = 30_000;
/** How long a page waits for its stream before it counts as one without. */
const connectMs = 2_000;
const refusedMs = 30_000;

/** A dialog or a form with unsaved text may be about something that is gone after a refresh. */
const mustStay = "dialog[open], form[data-unsaved]:not([data-stays])";

const isVisible = () => document.visibilityState === "visible";

/**
 * Refreshes the page when something is newer that it may show. All pages of a browser share one stream, because browsers
 * open six connections to a server: the visible page that holds a lock reads it and tells the others.
 */
export function followSignals({ person, renderedAt, path, refresh }: Page) {
  const name = `live ${person}`;
  const channel = new BroadcastChannel(name);
  const waiting = new Set<string>();
  const end = new AbortController();
  let refreshedAt = Date.now();
  let toldAt = 0;
  let planned: number | undefined;
  let source: EventSource | undefined;
  let visit: AbortController | undefined;

  const refreshNow = () => {
    planned = undefined;
    if (!isVisible()) return;
    if (document.querySelector(mustStay)) {
      planned = window.setTimeout(refreshNow, betweenRefreshesMs);
      return;
    }
    waiting.clear();
    refreshedAt = Date.now();
    refresh();
  };

  /** Plans a refresh when a signal concerns the page. */
  const look = () => {
    if (planned !== undefined || !isVisible() || ![...waiting].some((signal) => concernsPage(signal, path()))) return;
    planned = window.setTimeout(refreshNow, Math.max(collectMs, refreshedAt + betweenRefreshesMs - Date.now()));
  };

  const receive = (signal: string) => {
    waiting.add(signal);
    look();
  };

  const connect = (until: AbortSignal) => {
    if (until.aborted) return;
    const since = Math.max(renderedAt(), toldAt);
    const opened = new EventSource(`/api/live?${new URLSearchParams({ person, since: String(since) }).toString()}`);
    source = opened;
    opened.addEventListener("message", ({ data, lastEventId }: MessageEvent<string>) => {
      toldAt = Number(lastEventId);
      channel.postMessage(data);
      receive(data);
    });
    opened.addEventListener("error", () => {
      // After a cut the browser connects again by itself, after a refusal it does not.
      if (opened.readyState === EventSource.CLOSED) window.setTimeout(() => connect(until), refusedMs);
    });
    until.addEventListener("abort", () => opened.close());
  };

  /** Reads the stream when it is the turn of this page, until the page is hidden. */
  const hold = (until: AbortSignal) => {
    // Browsers have no locks without TLS: there each visible page has a stream.
    if (!("locks" in navigator)) {
      connect(until);
      return;
    }
    const held = () =>
      new Promise<void>((release) => {
        until.addEventListener("abort", () => release());
        connect(until);
      });
    navigator.locks.request(name, { signal: until }, held).catch(() => {
      // The page was hidden before it was its turn.
    });
  };

  const arriveOrLeave = () => {
    if (!isVisible()) {
      visit?.abort();
      visit = undefined;
      return;
    }
    if (!visit) {
      visit = new AbortController();
      hold(visit.signal);
    }
    look();
    if (Date.now() - refreshedAt < staleMs) return;
    window.setTimeout(() => {
      if (source?.readyState !== EventSource.OPEN && Date.now() - refreshedAt >= staleMs) receive("*");
    }, connectMs);
  };

  channel.addEventListener("message", ({ data }: MessageEvent<string>) => receive(data));
  document.addEventListener("visibilitychange", arriveOrLeave, { signal: end.signal });
  window.addEventListener("focus", arriveOrLeave, { signal: end.signal });
  arriveOrLeave();
  const stop = () => {
    end.abort();
    visit?.abort();
    channel.close();
    window.clearTimeout(planned);
  };
  return { look, stop };
}
