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

const asked = process.argv.slice(2);
const chosen = asked.length > 0 ? asked : Object.keys(parts);
const acts = chosen.map((name) => {
  const act = parts[name];
  if (!act) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(", ")}.`);
  return act;
});

const world = await makeWorld();
try {
  beginReport();
  for (const act of acts) await act(world);
  endReport();
} finally {
  await world.end();
}
