import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { callAs, problemOf } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aPerson, aProject } from "@/server/testing/factories";
import { anOutput, aVersion } from "@/server/testing/work-factories";

describe("downloads from an output", () => {
  test("a version can be downloaded until it is withdrawn, and never by strangers", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const version = await aVersion(tx, output);
    const api = await callAs(output.lead.viewer, tx);
    expect(await api.outputs.version({ versionId: version.id })).toEqual({ id: version.id, name: version.name });
    const stranger = await callAs((await aPerson(tx)).id, tx);
    expect(await problemOf(stranger.outputs.version({ versionId: version.id }))).toBe("file.not_found");
    expect(await problemOf(stranger.outputs.archive({ outputId: output.id }))).toBe("output.not_found");
    expect(await problemOf(stranger.outputs.fileNames({ outputId: output.id }))).toBe("output.not_found");

    const manager = await callAs(output.lead.manager, tx);
    await manager.outputs.withdrawVersion({ versionId: version.id, reason: "Names a pupil." });
    expect(await problemOf(api.outputs.version({ versionId: version.id }))).toBe("file.withdrawn");
    expect(await problemOf(api.outputs.archive({ outputId: output.id }))).toBe("file.not_found");
  });

  test("an archive holds the newest version of each file, or all versions, without links", async ({ tx }) => {
    const project = await aProject(tx);
    const output = await anOutput(tx, project);
    const [first, other] = [await aVersion(tx, output), await aVersion(tx, output)];
    const api = await callAs(output.lead.contributor, tx);
    const restored = await api.outputs.restoreVersion({ versionId: first.id });
    await api.outputs.addLink({ id: uuid(), outputId: output.id, url: "https://example.org/x", name: "A page" });

    const newest = await api.outputs.archive({ outputId: output.id });
    expect(new Set(newest.versionIds)).toEqual(new Set([restored.versionId, other.id]));
    const all = await api.outputs.archive({ outputId: output.id, all: true });
    expect(all.versionIds).toHaveLength(3);
    const file = await api.outputs.archive({ outputId: output.id, fileId: first.fileId });
    expect(new Set(file.versionIds)).toEqual(new Set([first.id, restored.versionId]));

    const names = await api.outputs.fileNames({ outputId: output.id });
    expect(names.find(({ name }) => name === first.name)?.newest).toBe(2);
    expect(names).toHaveLength(3);
  });
});
