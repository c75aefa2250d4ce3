import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { startInstance } from "../instance.mjs";
import { aWriter, peakMemory, settings, untilWell } from "./kills.mjs";

/** Opens connections that send this text and nothing more. */
async function openSockets(url, count, words) {
  const { port, hostname } = new URL(url);
  const sockets = [];
  for (let i = 0; i < count; i++) {
    const socket = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname);
    socket.on("error", () => undefined);
    sockets.push(socket);
    await new Promise((resolve) => socket.once("connect", resolve).once("close", resolve));
    socket.write(words);
  }
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

const secondsOf = async (act) => {
  const since = Date.now();
  await act();
  return (Date.now() - since) / 1_000;
};

/** Clients that send only the head of a sign-in; meanwhile a person signs in. */
export async function silentCallers(folder, dataDir, count) {
  const instance = await startInstance(folder, dataDir, settings);
  try {
    await aWriter(instance.url);
    const head = "POST /api/auth/callback/password HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n";
    const close = await openSockets(instance.url, count, head);
    const seconds = await secondsOf(() => aWriter(instance.url));
    close();
    const failed = seconds > 5;
    return { rounds: count, seconds: seconds.toFixed(1), memory: peakMemory(instance.pid), failed };
  } finally {
    await instance.stop();
  }
}

/** Connections that request another protocol and stay open; the process must still exit. */
export async function upgrades(folder, dataDir, count) {
  const instance = await startInstance(folder, dataDir, settings);
  const head = "GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  const close = await openSockets(instance.url, count, head);
  await untilWell(instance.url);
  const memory = peakMemory(instance.pid);
  const seconds = await secondsOf(() => Promise.race([instance.stop(), wait(20_000)]));
  close();
  if (seconds > 10) await instance.kill();
  return { rounds: count, seconds: seconds.toFixed(1), memory, failed: seconds > 10, note: "seconds until it ended" };
}

/** Bodies of a hundred megabytes without a Content-Length are answered with 413, and memory does not grow. */
export async function floods(folder, dataDir, count) {
  const instance = await startInstance(folder, dataDir, settings);
  try {
    await aWriter(instance.url);
    const before = peakMemory(instance.pid) ?? 0;
    const flood = async () => {
      async function* body() {
        for (let sent = 0; sent < 100; sent++) yield Buffer.alloc(1_000_000, 50);
      }
      const given = { method: "POST", body: ReadableStream.from(body()), duplex: "half" };
      return (await fetch(`${instance.url}/api/trpc/people.me`, given)).status;
    };
    const statuses = await Promise.all(Array.from({ length: count }, flood));
    const seconds = await untilWell(instance.url);
    const memory = peakMemory(instance.pid) ?? 0;
    const failed = statuses.some((status) => status !== 413) || memory - before > 150;
    return { rounds: count, seconds: seconds.toFixed(1), memory, failed };
  } finally {
    await instance.stop();
  }
}
