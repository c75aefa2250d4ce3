import { expect, it } from "vitest";
import { decideReplication, emptyReplicationParts, publicFrom, replicationStatuses } from "./replications";
import { replicationContent } from "./schemas/replications";

const report = replicationContent.parse({ country: "PT", result: "worked", advice: "Begin early." });
const whole = { ...report, files: [] };

it("a report changes its status only by the transitions of this table", () => {
  const outcome = (status: (typeof replicationStatuses)[number], move: "send" | "publish" | "withdraw") => {
    try {
      return decideReplication({ status, content: whole }, move);
    } catch {
      return "-";
    }
  };
  const rows = replicationStatuses.map((status) => [
    status,
    (["send", "publish", "withdraw"] as const).map((move) => outcome(status, move)).join(" "),
  ]);
  expect(Object.fromEntries(rows)).toEqual({
    draft: "sent - -",
    sent: "- published draft",
    published: "- - draft",
  });
});

it.each(["country", "result", "advice"] as const)("a report without its %s is not sent", (part) => {
  const content = { ...whole, [part]: part === "advice" ? " " : null };
  expect(emptyReplicationParts(content)).toEqual([part]);
  expect(() => decideReplication({ status: "draft", content }, "send")).toThrow("replication.incomplete");
});

it("a report becomes public thirty days after it was sent", () => {
  expect(publicFrom(new Date("2026-01-31T10:00:00Z"))).toEqual(new Date("2026-03-02T10:00:00Z"));
});

it("a report whose picture has no text alternative is not sent", () => {
  const picture = { id: "1", text: " ", name: "boat.png", mediaType: "image/png", sizeBytes: 1 };
  expect(emptyReplicationParts({ ...whole, files: [{ ...picture, text: "A boat" }] })).toEqual([]);
  expect(emptyReplicationParts({ ...whole, files: [{ ...picture, text: "A boat" }, picture] })).toEqual(["files"]);
});
