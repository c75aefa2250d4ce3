import type { ProjectStatus } from "@/domain/actor";
import type { Tone } from "../ui/status-badge";

const tones: Record<ProjectStatus, Tone> = { draft: "muted", running: "active", closed: "neutral" };

/** How the state of a project looks beside its word. */
export const projectTone = (status: ProjectStatus): Tone => tones[status];
