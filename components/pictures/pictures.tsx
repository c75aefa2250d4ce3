import { drawActivityMatrix } from "./activity-matrix";
import type { ActivityMatrixData } from "./activity-matrix-data";
import { drawConsortiumMap } from "./consortium-map";
import type { ConsortiumMapData } from "./consortium-map-data";
import { drawCountryMap } from "./country-map";
import type { CountryMapData } from "./country-map-data";
import { Picture } from "./picture";
import { drawScoreMatrix } from "./score-matrix";
import type { ScoreMatrixData } from "./score-matrix-data";
import { drawTimeline } from "./timeline";
import type { TimelineData } from "./timeline-data";

/** Outputs and work packages over time. */
export function Timeline(data: TimelineData) {
  return <Picture name="timeline" data={data} draw={drawTimeline} />;
}

/** Activity by organisation and month. */
export function ActivityMatrix({ className, ...data }: ActivityMatrixData & { className?: string }) {
  return <Picture name="activity-matrix" data={data} draw={drawActivityMatrix} className={className} />;
}

/** The organisations of a project on a map. */
export function ConsortiumMap(data: ConsortiumMapData) {
  return <Picture name="consortium-map" data={data} draw={drawConsortiumMap} />;
}

/** The scores of a submission by criterion and reviewer. */
export function ScoreMatrix(data: ScoreMatrixData) {
  return <Picture name="score-matrix" data={data} draw={drawScoreMatrix} />;
}

/** How many results or reports each country has, on a map. */
export function CountryMap(data: CountryMapData) {
  return <Picture name="country-map" data={data} draw={drawCountryMap} />;
}
