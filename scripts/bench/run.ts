// `npm run bench`: all figures, or those named: `npm run bench -- pages readers`. BENCH_MINUTES is the duration of the
// load of `memory`.
import { digests } from "./digests";
import { growth } from "./growth";
import { library } from "./library";
import { mixedLoad } from "./mixed";
import { activityFeed, javascript, pages } from "./pages";
import { readers } from "./readers";
import { beginReport, endReport } from "./report";
import { pageInACrowd, signInRate } from "./sign-ins";
import { secondStart } from "./starts";
import { strangersDownload } from "./strangers";
import { openStreams } from "./streams";
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
  strangers: strangersDownload,
  start: secondStart,
  memory: mixedLoad,
};

// Fill databases of their own, which takes minutes, so that they run only when they are named.
const alone: Record<string, () => Promise<void>> = { growth, library, digests, streams: openStreams };

const names = process.argv.slice(2);
const chosen = names.length > 0 ? names : Object.keys(parts);
const chosenParts = chosen.flatMap((name) => {
  const part = parts[name];
  if (!part && !(name in alone))
    throw new Error(`There is no part ${name}: ${[...Object.keys(parts), ...Object.keys(alone)].join(", ")}.`);
  return part ?? [];
});

beginReport();
for (const [name, part] of Object.entries(alone)) if (chosen.includes(name)) await part();
if (chosenParts.length > 0) {
  const world = await makeWorld();
  try {
    for (const part of chosenParts) await part(world);
  } finally {
    await world.end();
  }
}
endReport();
