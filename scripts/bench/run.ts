// `npm run bench`: all figures, or those named: `npm run bench -- pages readers`. BENCH_MINUTES is the duration of the
// load of `memory`.
import { mixedLoad } from "./mixed";
import { activityFeed, javascript, pages } from "./pages";
import { readers } from "./readers";
import { beginReport, endReport } from "./report";
import { pageInACrowd, signInRate } from "./sign-ins";
import { secondStart } from "./starts";
import { downloads, uploads } from "./transfers";
import { makeWorld, type World } from "./world";

const parts: Record<string, (world: World) => Promise<void>> = {
  pages,
  readers,
  feed: activityFeed,
  javascript,
  "sign-in": signInRate,
  crowd: pageInACrowd,
  upload: uploads,
  download: downloads,
  start: secondStart,
  memory: mixedLoad,
};

const names = process.argv.slice(2);
const chosen = names.length > 0 ? names : Object.keys(parts);
const chosenParts = chosen.map((name) => {
  const part = parts[name];
  if (!part) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(", ")}.`);
  return part;
});

const world = await makeWorld();
try {
  beginReport();
  for (const part of chosenParts) await part(world);
  endReport();
} finally {
  await world.end();
}
