// `npm run pseudo-locale`: writes messages/en-XA from messages/en. A test fails when it is out of date.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pseudoMessages } from "../messages/pseudo";

const folder = path.join(import.meta.dirname, "..", "messages");
const target = path.join(folder, "en-XA");

rmSync(target, { recursive: true, force: true });
mkdirSync(target);
for (const file of readdirSync(path.join(folder, "en"))) {
  writeFileSync(path.join(target, file), pseudoMessages(readFileSync(path.join(folder, "en", file), "utf8")));
}
