import { describe, expect, it } from "vitest";
import type { DraftData } from "../schemas/projects";
import { draftFromReference } from "./referenced-draft";
import { parseReference } from "./references";

const spanish = { id: "es", country: "ES" };
const italian = { id: "it", country: "IT" };

const fill = (text: string, before: DraftData = { callYear: 2026 }, own = [spanish]) =>
  draftFromReference(parseReference({ text }), before, own);

describe("a draft from a reference only", () => {
  it.each([
    [
      "2019-1-ES01-KA201-065417",
      { callYear: 2019, actionCode: "KA201", field: "school", grantReference: "2019-1-ES01-KA201-065417" },
    ],
    [
      "2023-1-ES01-KA220-VET-000153664",
      { callYear: 2023, actionCode: "KA220-VET", field: "vet", grantReference: "2023-1-ES01-KA220-VET-000153664" },
    ],
    [
      "598750-EPP-1-2018-1-ES-EPPKA2-CBHE-JP",
      { callYear: 2018, actionCode: "CBHE", field: "higher", grantReference: "598750-EPP-1-2018-1-ES-EPPKA2-CBHE-JP" },
    ],
    ["2020-1-ES01-KA226-VET-096004", { callYear: 2020, actionCode: "KA226", field: "vet" }],
    ["ERASMUS-EDU-2025-CBHE-STRAND-2", { callYear: 2025, actionCode: "CBHE", field: "higher", strand: "strand2" }],
    ["ERASMUS-EDU-2025-CB-VET-WB", { callYear: 2025, actionCode: "CB_VET", field: "vet" }],
    ["101236240", { callYear: 2026, grantReference: "101236240" }],
  ])("%s sets the call, the action and the field, all of them guessed", (text, expected) => {
    const filled = fill(text);
    expect(filled).toMatchObject({ data: expected, otherAction: null, otherCountry: null });
    const read = Object.keys(expected).filter((name) => name !== "callYear" || text !== "101236240");
    expect(filled?.data.guessed).toEqual(expect.arrayContaining(read));
  });

  it("takes a form id for an application: no grant reference, and the year of the draft if the action existed then", () => {
    expect(fill("KA220-ADU-1A2B3C4D", { callYear: 2024 })?.data).toMatchObject({
      callYear: 2024,
      actionCode: "KA220-ADU",
    });
    expect(fill("KA201-1A2B3C4D", { callYear: 2026 })?.data).toMatchObject({ callYear: 2020, actionCode: "KA201" });
    expect(fill("KA220-ADU-1A2B3C4D")?.data.grantReference).toBeUndefined();
  });

  it("makes the person's organisation in the coordinator's country the coordinator, or reports that there is none", () => {
    const text = "2019-1-IT02-KA201-065417";
    const chosen = fill(text, { organisationId: "es" }, [spanish, italian]);
    expect(chosen?.data).toMatchObject({ organisationId: "it" });
    expect(chosen?.data.guessed).toContain("organisationId");
    expect(fill(text, { organisationId: "it" }, [spanish, italian])?.data.guessed).not.toContain("organisationId");
    expect(fill(text, { organisationId: "es" })).toMatchObject({
      data: { organisationId: "es" },
      otherCountry: "IT",
    });
  });

  it("keeps fields that the reference says nothing about, and drops those of another action", () => {
    const before: DraftData = {
      callYear: 2018,
      actionCode: "CBHE",
      field: "higher",
      strand: "joint_national",
      title: "Ours",
      guessed: ["strand", "acronym", "field"],
    };
    const filled = fill("2019-1-ES01-KA201-065417", before);
    expect(filled?.data).toMatchObject({ title: "Ours", actionCode: "KA201", strand: undefined });
    expect(filled?.data.guessed).toEqual(["acronym", "callYear", "actionCode", "field", "grantReference"]);
    const same = fill("598750-EPP-1-2018-1-ES-EPPKA2-CBHE-JP", { ...before, guessed: [] });
    expect(same?.data.strand).toBe("joint_national");
    expect(fill("101236240", before)?.data).toMatchObject({ actionCode: "CBHE", strand: "joint_national" });
  });

  it("reports an action outside this programme data, and keeps the year", () => {
    expect(fill("2019-1-ES01-KA101-065417")).toMatchObject({
      data: { callYear: 2019, actionCode: undefined },
      otherAction: "KA101",
    });
  });

  it.each(["", "2019-ES01-KA201-065417", "E10012345", "999888777", "bread and butter"])("“%s” sets nothing", (text) => {
    expect(fill(text)).toBeNull();
  });
});
