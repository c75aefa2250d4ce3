import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/server/auth/keys";

const lifetimeSeconds = 5 * 60;
const tooMany = 500;

function signature(parts: string[]): string {
  return createHmac("sha256", keyFor("file-address")).update(parts.join("\n")).digest("base64url");
}

/**
 * The address of a version's content, valid for five minutes. The caller has checked the rights. `inline` shows types
 * that are safe in a browser; every other type is an attachment.
 */
export function fileAddress(versionId: string, now: Date, options: { inline?: boolean } = {}): string {
  const exp = String(Math.floor(now.getTime() / 1000) + lifetimeSeconds);
  const show = options.inline === true ? "1" : "0";
  return `/files/${versionId}?exp=${exp}&inline=${show}&sig=${signature([versionId, exp, show])}`;
}

/** The address of several versions as one archive, valid for five minutes. */
export function archiveAddress(versionIds: string[], archiveName: string, now: Date): string {
  const ids = versionIds.slice(0, tooMany).join(",");
  const exp = String(Math.floor(now.getTime() / 1000) + lifetimeSeconds);
  const query = new URLSearchParams({ ids, name: archiveName, exp, sig: signature([ids, archiveName, exp]) });
  return `/files/archive.zip?${query.toString()}`;
}

function holds(sent: string | null, expected: string, exp: string, now: Date): boolean {
  const one = Buffer.from(sent ?? "");
  const other = Buffer.from(expected);
  const same = one.length === other.length && timingSafeEqual(one, other);
  return same && Number(exp) * 1000 > now.getTime();
}

/** The payload of a signed address, or null when its signature is invalid or it has expired. */
export function readSignedAddress(
  address: URL,
  now: Date,
): { versionIds: string[]; archiveName: string | undefined; inline: boolean } | null {
  const query = address.searchParams;
  const exp = query.get("exp") ?? "0";
  const last = address.pathname.slice("/files/".length);
  if (last === "archive.zip") {
    const ids = query.get("ids") ?? "";
    const name = query.get("name") ?? "";
    if (!holds(query.get("sig"), signature([ids, name, exp]), exp, now)) return null;
    return { versionIds: ids.split(","), archiveName: name, inline: false };
  }
  const show = query.get("inline") ?? "0";
  if (!holds(query.get("sig"), signature([last, exp, show]), exp, now)) return null;
  return { versionIds: [last], archiveName: undefined, inline: show === "1" };
}

/** The address of a whole project as one archive, valid for five minutes. */
export function projectAddress(projectId: string, name: string, now: Date): string {
  const exp = String(Math.floor(now.getTime() / 1000) + lifetimeSeconds);
  const query = new URLSearchParams({ name, exp, sig: signature(["project", projectId, name, exp]) });
  return `/files/project/${projectId}?${query.toString()}`;
}

/** The project of a signed address, or null when its signature is invalid or it has expired. */
export function readProjectAddress(address: URL, now: Date): { projectId: string; name: string } | null {
  const projectId = /^\/files\/project\/([0-9a-f-]{36})$/.exec(address.pathname)?.[1];
  if (projectId === undefined) return null;
  const query = address.searchParams;
  const name = query.get("name") ?? "";
  const exp = query.get("exp") ?? "0";
  const signed = holds(query.get("sig"), signature(["project", projectId, name, exp]), exp, now);
  return signed ? { projectId, name } : null;
}

/** Where lists of activities are downloaded. */
export const activityPath = "/files/activity";

/** The address of a list of activities, valid for five minutes. `order` says what the list holds. */
export function activityAddress(order: object, now: Date): string {
  const exp = String(Math.floor(now.getTime() / 1000) + lifetimeSeconds);
  const text = Buffer.from(JSON.stringify(order)).toString("base64url");
  return `${activityPath}?${new URLSearchParams({ order: text, exp, sig: signature(["activity", text, exp]) }).toString()}`;
}

/** The `order` of a signed address, or null when its signature is invalid or it has expired. */
export function readActivityAddress(address: URL, now: Date): unknown {
  const text = address.searchParams.get("order") ?? "";
  const exp = address.searchParams.get("exp") ?? "0";
  if (!holds(address.searchParams.get("sig"), signature(["activity", text, exp]), exp, now)) return null;
  return JSON.parse(Buffer.from(text, "base64url").toString()) as unknown;
}
