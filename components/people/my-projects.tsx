import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";

type Project = { slug: string; acronym: string };

const shown = 8;
const pathOf = ({ slug }: Project) => `/projects/${slug}` as Route;

/** Shown once after accepting an invitation. */
export function JoinedNotice({ project, delivers }: { project: Project | undefined; delivers: boolean }) {
  const t = useTranslations("people.home");
  if (!project) return null;
  return (
    <Notice
      tone="approved"
      live
      className="mb-8"
      title={t("joined", { project: project.acronym })}
      action={
        <LinkButton href={pathOf(project)} size="small" kind="primary">
          {t("openProject")}
        </LinkButton>
      }
    >
      {t(delivers ? "joinedText" : "joinedEvaluatorText")}
    </Notice>
  );
}

/** A link to each project; a limited number, the list of all projects has the rest. */
export function MyProjects({ projects, more }: { projects: readonly Project[]; more: boolean }) {
  const t = useTranslations("people.home");
  return (
    <nav aria-label={t("projects")} className="mb-8 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span aria-hidden="true" className="text-ink-soft">
        {t("projects")}
      </span>
      <ul className="contents">
        {projects.slice(0, shown).map((project) => (
          <li key={project.slug}>
            <TextLink href={pathOf(project)}>{project.acronym}</TextLink>
          </li>
        ))}
        {more || projects.length > shown ? (
          <li>
            <TextLink href="/projects">{t("allProjects")}</TextLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
