import { expect, it } from "vitest";
import { entryPath, uniquePaths } from "./archive";
import { sniffHead } from "./sniff";

it.each([
  ["WP2: plan.txt", "WP2_ plan.txt"],
  ["files/O1/CON.txt", "files/O1/CON_.txt"],
  ["aux", "aux_"],
  ["console.txt", "console.txt"],
  [`a<b>|"c".txt`, "a_b___c_.txt"],
  ["trailing dot.", "trailing dot"],
  [" spaces /a ", "spaces/a"],
])("the archive writes %j as %j, which Windows can create", (name, path) => {
  expect(entryPath(name)).toBe(path);
});

it("names of an archive that become equal get a number", () => {
  const unique = uniquePaths();
  const written = ["WP2: plan.txt", "WP2? plan.txt", "wp2_ PLAN.txt", "O1/v1.0/plan"].map(entryPath).map(unique);
  expect(written).toEqual(["WP2_ plan.txt", "WP2_ plan (2).txt", "wp2_ PLAN (3).txt", "O1/v1.0/plan"]);
});

it.each(["le", "be"])("UTF-16 text with a byte order mark (%s) is text", async (order) => {
  const bytes = Buffer.from("\ufeffcity\tkm\n", "utf16le");
  expect(await sniffHead(order === "le" ? bytes : Buffer.from(bytes).swap16())).toBe("text/plain");
});
