import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import { SettingsError } from "@/server/env";

const headDeadlineMs = 10_000;
/** How long answers under way may take at the end of the process. */
const patienceMs = 3_000;

export interface Listening {
  server: Server;
  port: number;
  /** Lets answers under way finish for three seconds, then closes every connection, whatever protocol it speaks. */
  close: () => Promise<void>;
}

/** Listens on `port`; where `flexible`, on the next free one when it is taken. Throws a SettingsError otherwise. */
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

/** Opens the port. Heads of requests have ten seconds to arrive; bodies are bounded where they are read. */
export async function listen(
  answer: RequestListener,
  where: { port: number; host: string | undefined; flexible: boolean },
): Promise<Listening> {
  // An upload may take hours: Node's limit on a whole request would end it. server/http/body.ts has the others.
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
      // Node forgets a connection that was upgraded, or that sent nothing yet: all of them are known here.
      for (const socket of sockets) socket.destroy();
    }, patienceMs);
    await closed;
    clearTimeout(impatient);
  };
  return { server, port, close };
}
