import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import contentDisposition from "content-disposition";
import { db } from "@/db/client";
import { unlessGone } from "@/server/unless-gone";
import { readActivityAddress } from "@/server/signed-address";
import { limit } from "@/server/rate-limit";
import { refuse } from "@/server/refusal";
import type { ExportOrder } from "./export-activity";
import { csvOf, exportTable, xlsxOf } from "./export-table";

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Sends the list of a signed address while it is read. Errors: rate.limited. */
export async function sendExport(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const order = readActivityAddress(new URL(request.url ?? "/", "http://files"), new Date()) as ExportOrder | null;
  if (request.method !== "GET" || order === null) {
    await refuse(request, response, "request.malformed");
    return;
  }
  // The address can be requested again for five minutes.
  await limit("archivesIp", String(request.headers["x-consorta-peer"] ?? "unknown"));
  const table = await exportTable(db(), order);
  response.writeHead(200, {
    "Content-Type": mediaTypes[order.format],
    "Content-Disposition": contentDisposition(`${order.name}.${order.format}`),
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
  const content = order.format === "csv" ? Readable.from(csvOf(table)) : await xlsxOf(table);
  await pipeline(content, response).catch(unlessGone);
}
