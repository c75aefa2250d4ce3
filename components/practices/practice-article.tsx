import type { ReactNode } from "react";
import type { PublicContent, PublicPractice } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";

type Props = {
  content: PublicContent;
  /** How a translation is shown: its language, and the paths of texts that are out of date or not translated. */
  shown?: PublicPractice["shown"];
  /** What is said about an empty part; without it, empty parts are left out. */
  empty?: string;
};

/** Text that a person wrote, in the language of the practice. */
function Written({ children, className = "" }: { children: ReactNode; className?: string }) {
  return (
    <p dir="auto" className={`wrap-anywhere whitespace-pre-line ${className}`}>
      {children}
    </p>
  );
}

type PartProps = {
  title: string;
  /** Where the part is in the description: "steps". */
  of: string;
  empty: string | undefined;
  shown: PublicPractice["shown"] | undefined;
  original: string;
  children: ReactNode;
};

function Part({ title, of, empty, shown, original, children }: PartProps) {
  const t = useTranslations("practices.translate");
  if (!children && empty === undefined) return null;
  const holds = (path: string) => path === of || path.startsWith(`${of}.`);
  // A part that is translated in places counts as translated, because a part has one language.
  const isOriginal = shown === undefined || (shown.missing.some(holds) && !shown.outdated.some(holds));
  return (
    <section lang={isOriginal ? original : shown.language} className="grid gap-3">
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {shown?.outdated.some(holds) ? <p className="text-late text-sm font-semibold">{t("changedSince")}</p> : null}
      {children || <p className="text-ink-soft">{empty}</p>}
    </section>
  );
}

function Steps({ content }: { content: PublicContent }) {
  const t = useTranslations("practices.parts");
  return (
    <ol className="grid gap-5">
      {content.steps.map((step, index) => (
        <li key={index} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
          <span aria-hidden className="text-accent font-serif text-xl font-semibold">
            {index + 1}
          </span>
          <div className="grid gap-1">
            <Written className="font-serif text-lg">{step.text}</Written>
            {step.time || step.material ? (
              <p className="text-ink-soft text-sm">
                {step.time ? t.rich("stepTime", { value: () => <bdi>{step.time}</bdi> }) : null}
                {step.time && step.material ? " · " : null}
                {step.material ? t.rich("stepMaterial", { value: () => <bdi>{step.material}</bdi> }) : null}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

const resourceNames = ["time", "people", "money", "rooms"] as const;

function Resources({ content }: { content: PublicContent }) {
  const names = useTranslations("practices.resources");
  const { resources } = content;
  const given = resourceNames.filter((name) => resources[name] !== "");
  return (
    <div className="grid gap-3">
      {given.length > 0 ? (
        <dl className="border-line grid gap-x-8 gap-y-3 rounded-md border p-4 sm:grid-cols-2">
          {given.map((name) => (
            <div key={name}>
              <dt className="text-ink-soft text-sm">{names(name)}</dt>
              <dd dir="auto" className="wrap-anywhere">
                {resources[name]}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {resources.other ? <Written className="font-serif text-lg">{resources.other}</Written> : null}
    </div>
  );
}

function Evidence({ content }: { content: PublicContent }) {
  const t = useTranslations("practices.parts");
  return (
    <ul className="grid gap-4">
      {content.evidence.map(({ kind, text, source }, index) => {
        const from = source ? (
          <p className="text-ink-soft text-sm">{t.rich("source", { value: () => <bdi>{source}</bdi> })}</p>
        ) : null;
        return (
          <li key={index}>
            {kind === "quotation" ? (
              <blockquote className="border-accent grid gap-1 border-s-4 ps-4">
                <Written className="font-serif text-lg italic">{text}</Written>
                {from}
              </blockquote>
            ) : (
              <>
                <Written className={kind === "figure" ? "font-serif text-lg font-semibold" : "font-serif text-lg"}>
                  {text}
                </Written>
                {from}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The description of a practice, for reading. */
export function PracticeArticle({ content, shown, empty }: Props) {
  const t = useTranslations("practices.parts");
  const written = (text: string) => (text ? <Written className="font-serif text-lg">{text}</Written> : null);
  const common = { empty, shown, original: content.language };
  const hasResources = Object.values(content.resources).some((text) => text !== "");
  return (
    <div className="grid max-w-prose gap-9">
      <Part title={t("need")} of="need" {...common}>
        {written(content.need)}
      </Part>
      <Part title={t("steps")} of="steps" {...common}>
        {content.steps.length > 0 ? <Steps content={content} /> : null}
      </Part>
      <Part title={t("resources")} of="resources" {...common}>
        {hasResources ? <Resources content={content} /> : null}
      </Part>
      <Part title={t("evidence")} of="evidence" {...common}>
        {content.evidence.length > 0 ? <Evidence content={content} /> : null}
      </Part>
      <Part title={t("conditions")} of="conditions" {...common}>
        {written(content.conditions)}
      </Part>
      <Part title={t("transfer")} of="transfer" {...common}>
        {written(content.transfer)}
      </Part>
    </div>
  );
}
