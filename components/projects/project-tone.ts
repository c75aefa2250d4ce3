import type { ProjectStatus } from "@/domain/actor";
import type { Tone } from "../ui/status-badge";

const tones: Record<ProjectStatus, Tone> = { draft: "muted", running: "active", closed: "neutral" };

/** Badge tone of a project's status. */
export const projectTone = (status: ProjectStatus): Tone => tones[status];
