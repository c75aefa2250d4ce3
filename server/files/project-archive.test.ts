import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { callAs } from "@/server/testing/caller";
import { test } from "@/server/testing/db";
import { aProject } from "@/server/testing/factories";
import { anOutput, aVersion } from "@/server/testing/work-factories";
import { projectEntries } from "./project-archive";
import type { Storage } from "./storage";

const storage: Pick<Storage, "read"> = { read: (key) => Promise.resolve(Readable.from([`content of ${key}`])) };

test("a whole project says who works on an output and which versions an approval speaks of", async ({ tx }) => {
  const project = await aProject(tx);
  const output = await anOutput(tx, project, { contributors: [project.other] });
  const version = await aVersion(tx, output, { name: "Guide.pdf" });
  const lead = await callAs(project.partner.contributor, tx);
  const request = { outputId: output.id, versionIds: [version.id], reviewerIds: [project.other.contributor] };
  await lead.reviews.submit({ id: uuid(), ...request });

  const found = new Map<string, string>();
  for await (const { name, content } of projectEntries(tx, storage as Storage, project.id)) {
    const read = await content();
    found.set(name, typeof read === "string" ? read : await text(read));
  }
  const [header = "", ...rows] = (found.get("submissions.csv") ?? "").trim().split("\n");
  expect(header).toContain("version,sha256");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain(`Guide.pdf,,1,${version.sha256}`);
  expect(found.get("outputs.csv")).toContain("contributors");
  expect(found.get("outputs.csv")).toContain(project.other.name.slice(0, 5));
  expect([...found.keys()].filter((name) => name.startsWith("files/"))).toHaveLength(1);
});
