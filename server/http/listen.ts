import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import { SettingsError } from "@/server/env";

const headDeadlineMs = 10_000;
/** How long running responses may take when the process ends. */
const patienceMs = 3_000;

export interface Listening {
  server: Server;
  port: number;
  /** Waits three seconds for running responses, then closes every connection of any protocol. */
  close: () => Promise<void>;
}

/** Listens on `port`; when `flexible`, on the next free one if it is in use. Throws a SettingsError otherwise. */
async function listenOn(server: Server, port: number, host: string | undefined, flexible: boolean): Promise<number> {
  const last = flexible ? Math.min(port + 99, 65_535) : port;
  for (let tried = port; tried <= last; tried++) {
    const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      const listening = () => {
        server.off("error", resolve);
        resolve(undefined);
      };
      server.once("error", (error) => {
        server.off("listening", listening);
        resolve(error);
      });
      server.listen({ port: tried, host }, listening);
    });
    if (problem === undefined) return tried;
    if (problem.code !== "EADDRINUSE") {
      throw new SettingsError([`HOST ${host ?? ""} with PORT ${tried} cannot be used (${problem.code ?? ""}).`]);
    }
  }
  throw new SettingsError([
    flexible
      ? `PORT ${port} and the hundred after it are taken: set PORT to a free one.`
      : `PORT ${port} is taken by another program: stop it, or set PORT to a free one.`,
  ]);
}

/**
 * Creates the server and listens. Request heads must arrive within ten seconds; bodies are limited where they are read.
 */
export async function listen(
  answer: RequestListener,
  where: { port: number; host: string | undefined; flexible: boolean },
): Promise<Listening> {
  // Node's limit on a whole request would end uploads, which may take hours. server/http/body.ts has the other limits.
  const server = createServer(
    { requestTimeout: 0, headersTimeout: headDeadlineMs, connectionsCheckingInterval: 2_000 },
    answer,
  );
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const port = await listenOn(server, where.port, where.host, where.flexible);
  const close = async () => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    server.closeIdleConnections();
    const impatient = setTimeout(() => {
      // Node does not track connections that were upgraded or have sent nothing yet, so all of them are tracked here.
      for (const socket of sockets) socket.destroy();
    }, patienceMs);
    await closed;
    clearTimeout(impatient);
  };
  return { server, port, close };
}
