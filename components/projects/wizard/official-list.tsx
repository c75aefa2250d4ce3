"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import type { ListedProject } from "@/domain/programme/official-list";
import { draftFromList } from "@/domain/programme/listed-draft";
import type { ReferencedDraft } from "@/domain/programme/referenced-draft";
import { maxOrganisations } from "@/domain/projects";
import type { DraftData } from "@/domain/schemas/projects";
import { trpc } from "../../providers/trpc-client";
import { refusalOf } from "../../shared/use-mutation";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Notice } from "../../ui/notice";
import { useDraft } from "./draft-provider";
import { PastedReference, type ReadReference } from "./pasted-reference";

type Found = { projects: ListedProject[]; fitting: number; rows: number; isBroken: boolean };
type Result = { found: Found } | { read: ReadReference } | { problem: string } | null;
type Taken = { before: DraftData; title: string; sentences: readonly string[] };

const isFound = (value: unknown): value is Found =>
  typeof value === "object" && value !== null && "projects" in value && Array.isArray(value.projects);
const problemIn = (value: unknown): string =>
  typeof value === "object" && value !== null && "problem" in value ? String(value.problem) : "unknown";

async function lookThrough(file: File, wanted: string): Promise<Result> {
  try {
    const address = `/upload/official-list?wanted=${encodeURIComponent(wanted)}`;
    const response = await fetch(address, { method: "POST", body: file });
    const answer: unknown = await response.json();
    return isFound(answer) ? { found: answer } : { problem: problemIn(answer) };
  } catch {
    return { problem: "offline" };
  }
}

async function readReference(text: string): Promise<Result> {
  try {
    return { read: await trpc.programme.parseReference.query({ text }) };
  } catch (error) {
    return { problem: refusalOf(error).code };
  }
}

const isUntouched = ({ title, acronym, summary, partners }: DraftData) =>
  !title?.trim() && !acronym?.trim() && !summary?.trim() && (partners ?? []).length === 0;

/**
 * Fills the wizard from a project of the Commission's list, or from its reference. The previous values can be restored.
 */
export function OfficialList() {
  const t = useTranslations("projects.wizard.list");
  const { data, coordinator, countries, replace } = useDraft();
  const [file, setFile] = useState<File | null>(null);
  const [wanted, setWanted] = useState("");
  const [isLooking, setLooking] = useState(false);
  const [result, setResult] = useState<Result>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  // The pressed buttons are removed with the result, so the focus moves here.
  const answer = useRef<HTMLDivElement>(null);
  const isReference = file === null && wanted.trim() !== "";

  const look = async (text: string) => {
    if (isLooking || (file === null && text.trim() === "")) return;
    setLooking(true);
    setResult(await (file ? lookThrough(file, text) : readReference(text)));
    setLooking(false);
  };
  const fill = (next: DraftData, title: string, sentences: readonly string[]) => {
    answer.current?.focus();
    setTaken({ before: data, title, sentences });
    setResult(null);
    replace(next);
  };
  const take = (project: ListedProject) => {
    const { coordinator: other, leftOut, ...filled } = draftFromList(project, coordinator, maxOrganisations, uuid);
    fill({ ...data, kind: undefined, strand: undefined, ...filled.data }, t("taken"), [
      t("takenHint"),
      ...(other ? [t("otherCoordinator", { name: other })] : []),
      ...(leftOut > 0 ? [t("leftOut", { count: leftOut })] : []),
    ]);
  };
  const takeReference = ({ data: next, otherCountry }: ReferencedDraft) => {
    const country = countries.find(({ value }) => value === otherCountry)?.label;
    fill(next, t("takenReference"), [t("takenReferenceHint"), ...(country ? [t("otherCountry", { country })] : [])]);
  };

  const problem = result && "problem" in result ? result.problem : null;
  const found = result && "found" in result ? result.found : null;
  const read = result && "read" in result ? result.read : null;
  return (
    <details className="border-line border-y py-3" open={taken !== null || undefined}>
      <summary className="link w-fit">{t("title")}</summary>
      <div className="grid gap-4 pt-3">
        <p className="text-ink-soft max-w-prose">{t("lead")}</p>
        <Field name="officialList" label={t("file")} hint={t("fileHint")}>
          <Input
            type="file"
            accept=".csv,.xlsx,text/csv"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </Field>
        <Field name="wanted" label={t("wanted")} hint={t("wantedHint")}>
          <Input
            type="search"
            maxLength={200}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") void look(wanted);
            }}
          />
        </Field>
        <div>
          <Button
            icon="search"
            disabled={file === null && !isReference}
            aria-disabled={isLooking}
            onClick={() => void look(wanted)}
          >
            {isReference ? t("read") : isLooking ? t("looking") : t("look")}
          </Button>
        </div>
        <div ref={answer} tabIndex={-1} aria-live="polite" className="grid gap-4">
          {problem ? (
            <Notice tone="late">
              {t.has(`problems.${problem}`) ? t(`problems.${problem}`) : t("problems.unknown")}
            </Notice>
          ) : null}
          {found ? <FoundProjects found={found} replaces={!isUntouched(data)} onTake={take} /> : null}
          {read ? (
            <PastedReference
              read={read}
              onSuggestion={(text) => {
                answer.current?.focus();
                setWanted(text);
                void look(text);
              }}
              onTake={takeReference}
            />
          ) : null}
          {taken ? (
            <Notice tone="approved" title={taken.title}>
              <p>{taken.sentences.join(" ")}</p>
              <Button
                size="small"
                className="mt-2"
                onClick={() => {
                  answer.current?.focus();
                  replace(taken.before);
                  setTaken(null);
                }}
              >
                {t("undo")}
              </Button>
            </Notice>
          ) : null}
        </div>
      </div>
    </details>
  );
}

type FoundProps = { found: Found; replaces: boolean; onTake: (project: ListedProject) => void };

function FoundProjects({ found, replaces, onTake }: FoundProps) {
  const t = useTranslations("projects.wizard.list");
  const { projects, fitting, rows, isBroken } = found;
  return (
    <div className="grid gap-3">
      <p>
        {fitting > projects.length
          ? t("manyFound", { fitting, shown: projects.length })
          : t("found", { fitting, rows })}
      </p>
      {isBroken ? <Notice tone="due">{t("broken")}</Notice> : null}
      {replaces && projects.length > 0 ? <p className="text-ink-soft text-sm">{t("replaces")}</p> : null}
      <ul className="grid gap-3">
        {projects.map((project, index) => (
          <li
            key={`${project.reference} ${String(index)}`}
            className="border-line flex flex-wrap items-start gap-x-4 gap-y-2 border-t pt-3"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-semibold wrap-anywhere">{project.title}</p>
              <p className="text-ink-soft tabular text-sm wrap-anywhere">
                {[project.reference, project.organisations[0]?.name].filter(Boolean).join(" · ")}
              </p>
            </div>
            <Button size="small" onClick={() => onTake(project)} aria-label={t("takeThis", { title: project.title })}>
              {t("take")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
