import { DomainError } from "./errors";
import type { ReplicationContent } from "./schemas/replications";

export const replicationStatuses = ["draft", "sent", "published"] as const;
export type ReplicationStatus = (typeof replicationStatuses)[number];

/** How it went when another organisation tried a practice. */
export const replicationResults = ["worked", "worked_with_changes", "did_not_work"] as const;

/** What the results of the public reports of a practice are counted by. */
export const triedBy = ["country", "field", "targetGroup"] as const;

/** A report that was sent becomes public after this time without an agreement, in days. */
export const daysUntilPublic = 30;

/** The day on which a report that was sent at this time becomes public without an agreement (UTC). */
export const publicFrom = (sentAt: Date): Date => new Date(sentAt.getTime() + daysUntilPublic * 24 * 3_600_000);

const required = ["country", "result", "advice"] as const;
export type ReplicationPart = (typeof required)[number] | "files";

/** The parts without which a report is not sent; "files" when one of them has no description. */
export function emptyReplicationParts(content: ReplicationContent): ReplicationPart[] {
  const isDescribed = content.files.every(({ text }) => text.trim() !== "");
  return [
    ...required.filter((part) => (content[part] ?? "").trim() === ""),
    ...(isDescribed ? [] : ["files" as const]),
  ];
}

const moves = {
  send: { from: ["draft"], to: "sent" },
  publish: { from: ["sent"], to: "published" },
  withdraw: { from: ["sent", "published"], to: "draft" },
} as const satisfies Record<string, { from: readonly ReplicationStatus[]; to: ReplicationStatus }>;

export type ReplicationMove = keyof typeof moves;

/** The status after a transition. Errors: replication.wrong_state, replication.incomplete with the empty parts. */
export function decideReplication(
  replication: { status: ReplicationStatus; content: ReplicationContent },
  move: ReplicationMove,
): ReplicationStatus {
  const { from, to } = moves[move];
  if (!(from as readonly ReplicationStatus[]).includes(replication.status)) {
    throw new DomainError("replication.wrong_state", { status: replication.status });
  }
  const empty = emptyReplicationParts(replication.content);
  if (move === "send" && empty.length > 0) throw new DomainError("replication.incomplete", { parts: empty.join(", ") });
  return to;
}
