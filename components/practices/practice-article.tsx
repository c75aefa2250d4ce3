import type { ReactNode } from "react";
import { FileList } from "../attachments/file-list";
import { resourceKinds } from "@/domain/practices";
import type { PublicContent, PublicPractice } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { EvidenceList } from "./evidence-list";
import { Written } from "./written";

type Shown = PublicPractice["shown"];

type Props = {
  content: PublicContent;
  /** How a translation is shown: its language, and the paths of texts that are out of date or not translated. */
  shown?: Shown;
  /** What is said about an empty part; without it, empty parts are left out. */
  empty?: string;
  /** True on a page that everyone can read. */
  isPublic?: boolean;
};

/** The language of the text at a path: a translation may not have all of them. */
export const languageAt = (path: string, content: PublicContent, shown: Shown | undefined): string =>
  shown === undefined || shown.missing.includes(path) ? content.language : shown.language;

type TextProps = { content: PublicContent; shown: Shown | undefined };

type PartProps = {
  title: string;
  /** Where the part is in the description: "steps". */
  of: string;
  empty: string | undefined;
  shown: Shown | undefined;
  children: ReactNode;
};

function Part({ title, of, empty, shown, children }: PartProps) {
  const t = useTranslations("practices.translate");
  if (!children && empty === undefined) return null;
  const isOutdated = shown?.outdated.some((path) => path === of || path.startsWith(`${of}.`));
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {isOutdated ? <p className="text-late text-sm font-semibold">{t("changedSince")}</p> : null}
      {children || <p className="text-ink-soft">{empty}</p>}
    </section>
  );
}

function Steps({ content, shown }: TextProps) {
  const t = useTranslations("practices.parts");
  return (
    <ol className="grid gap-5">
      {content.steps.map((step, index) => {
        const langOf = (name: string) => languageAt(`steps.${index}.${name}`, content, shown);
        const value = (name: "time" | "material") => <bdi lang={langOf(name)}>{step[name]}</bdi>;
        return (
          <li key={index} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
            <span aria-hidden className="text-accent font-serif text-xl font-semibold">
              {index + 1}
            </span>
            <div className="grid gap-1">
              <Written lang={langOf("text")} className="font-serif text-lg">
                {step.text}
              </Written>
              {step.time || step.material ? (
                <p className="text-ink-soft text-sm">
                  {step.time ? t.rich("stepTime", { value: () => value("time") }) : null}
                  {step.time && step.material ? " · " : null}
                  {step.material ? t.rich("stepMaterial", { value: () => value("material") }) : null}
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Resources({ content, shown }: TextProps) {
  const names = useTranslations("practices.resources");
  const { resources } = content;
  const langOf = (name: string) => languageAt(`resources.${name}`, content, shown);
  const given = resourceKinds.filter((name) => name !== "other").filter((name) => resources[name] !== "");
  return (
    <div className="grid gap-3">
      {given.length > 0 ? (
        <dl className="border-line grid gap-x-8 gap-y-3 rounded-md border p-4 sm:grid-cols-2">
          {given.map((name) => (
            <div key={name}>
              <dt className="text-ink-soft text-sm">{names(name)}</dt>
              <dd lang={langOf(name)} dir="auto" className="wrap-anywhere">
                {resources[name]}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {resources.other ? (
        <Written lang={langOf("other")} className="font-serif text-lg">
          {resources.other}
        </Written>
      ) : null}
    </div>
  );
}

/** The description of a practice, for reading. */
export function PracticeArticle({ content, shown, empty, isPublic = false }: Props) {
  const t = useTranslations("practices.parts");
  const written = (name: "need" | "conditions" | "transfer") =>
    content[name] ? (
      <Written lang={languageAt(name, content, shown)} className="font-serif text-lg">
        {content[name]}
      </Written>
    ) : null;
  const hasResources = Object.values(content.resources).some((text) => text !== "");
  const common = { empty, shown };
  return (
    <div className="grid max-w-prose gap-9">
      <Part title={t("need")} of="need" {...common}>
        {written("need")}
      </Part>
      <Part title={t("steps")} of="steps" {...common}>
        {content.steps.length > 0 ? <Steps content={content} shown={shown} /> : null}
      </Part>
      <Part title={t("resources")} of="resources" {...common}>
        {hasResources ? <Resources content={content} shown={shown} /> : null}
      </Part>
      <Part title={t("evidence")} of="evidence" {...common}>
        {content.evidence.length > 0 ? (
          <EvidenceList
            evidence={content.evidence}
            langOf={(index, name) => languageAt(`evidence.${index}.${name}`, content, shown)}
          />
        ) : null}
      </Part>
      {content.files.length > 0 ? (
        <Part title={t("files")} of="files" {...common}>
          <FileList
            files={content.files}
            isPublic={isPublic}
            langOf={(index) => languageAt(`files.${index}.text`, content, shown)}
          />
        </Part>
      ) : null}
      <Part title={t("conditions")} of="conditions" {...common}>
        {written("conditions")}
      </Part>
      <Part title={t("transfer")} of="transfer" {...common}>
        {written("transfer")}
      </Part>
    </div>
  );
}
