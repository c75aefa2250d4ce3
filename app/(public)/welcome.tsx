import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import { ActivityMatrix, ConsortiumMap, Timeline } from "@/components/pictures/pictures";
import { buttonStyle } from "@/components/ui/button-style";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { StatusBadge, type Tone } from "@/components/ui/status-badge";
import { SAMPLE_MONTHS, SAMPLE_TODAY, sampleHeat, sampleOrganisations, sampleOutputs, samplePackages } from "./sample";

/** A picture next to its description. */
function Plate({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="border-line grid gap-x-12 gap-y-5 border-t py-10 lg:grid-cols-[19rem_minmax(0,1fr)] lg:py-14">
      <div className="grid content-start gap-2">
        <h2 className="font-serif text-xl font-semibold">{title}</h2>
        <p className="text-ink-soft max-w-prose text-lg">{text}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

function DueRow({ tone, word, title, note }: { tone: Tone; word: string; title: string; note: string }) {
  return (
    <li className="border-line grid grid-cols-[5.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5 border-b py-3 last:border-b-0 sm:grid-cols-[5.5rem_minmax(0,1fr)_auto]">
      <span>
        <StatusBadge tone={tone}>{word}</StatusBadge>
      </span>
      <span className="font-semibold">{title}</span>
      <span className="text-ink-soft text-sm max-sm:col-start-2">{note}</span>
    </li>
  );
}

function ReviewRow({
  hue,
  country,
  name,
  description,
  tone,
}: {
  hue: number;
  country: string;
  name: string;
  description: string;
  tone: Tone;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Chip hue={hue} country={country} name={name} />
      <StatusBadge tone={tone}>{description}</StatusBadge>
    </li>
  );
}

/** The pages that need no account, by their keys in the messages. */
const openPages = [
  ["practices", "/practices"],
  ["canWeApply", "/can-we-apply"],
  ["claim", "/what-may-we-claim"],
  ["unitCosts", "/unit-costs"],
  ["rules", "/rules"],
] as const;

type Props = {
  signUpOpen: boolean;
  /** One-click sign-ins of the demo. */
  demo?: ReactNode;
};

/** The public home page: what Consorta is, for whom, and how to sign in. */
export function Welcome({ signUpOpen, demo }: Props) {
  const t = useTranslations("public.home");
  const tSample = useTranslations("public.home.sample");
  const state = useTranslations("public.home.states");
  const shell = useTranslations("public.shell");
  const whom = [
    ["coordinator", "flag"],
    ["partner", "people"],
    ["reviewer", "review"],
    ["visitor", "practice"],
  ] as const;
  return (
    <>
      <div className="grid items-center gap-x-12 gap-y-8 pt-2 pb-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)] lg:pb-16">
        <div className="grid justify-items-start gap-5">
          <h1 className="max-w-[16ch] font-serif text-3xl font-semibold sm:text-[3.25rem] sm:leading-[1.05]">
            {t("title")}
          </h1>
          <p className="text-ink-soft max-w-[54ch] text-lg">{t("lead")}</p>
          {demo ? (
            <div className="border-accent bg-accent-soft grid w-full max-w-xl gap-3 rounded-md border-s-4 px-5 py-4">
              <div>
                <h2 className="font-serif text-lg font-semibold">{t("demo.title")}</h2>
                <p className="text-ink-soft">{t("demo.text")}</p>
              </div>
              {demo}
            </div>
          ) : null}
          <div className="flex flex-wrap gap-3">
            {signUpOpen ? (
              <a href="/sign-up" className={buttonStyle(demo ? "plain" : "primary")}>
                {t("signUp")}
              </a>
            ) : null}
            <a href="/sign-in" className={buttonStyle(demo || signUpOpen ? "plain" : "primary")}>
              {t("signIn")}
            </a>
          </div>
          <p className="text-ink-soft max-w-[54ch] text-sm">{t("invited")}</p>
        </div>
        <div className="grid gap-2">
          <ConsortiumMap organisations={sampleOrganisations(tSample)} />
          <p className="text-ink-faint text-sm">{t("mapCaption")}</p>
        </div>
      </div>

      <section className="border-line border-t py-10 lg:py-14">
        <h2 className="mb-6 font-serif text-xl font-semibold">{t("whom.title")}</h2>
        <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {whom.map(([key, icon]) => (
            <div key={key} className="grid content-start gap-1">
              <dt className="flex items-center gap-2 font-semibold">
                <Icon name={icon} size={18} className="text-accent" />
                {t(`whom.${key}`)}
              </dt>
              <dd className="text-ink-soft">{t(`whom.${key}Text`)}</dd>
            </div>
          ))}
        </dl>
      </section>

      <Plate title={t("due.title")} text={t("due.text")}>
        <ul className="border-line bg-paper-raised rounded-md border px-4">
          <DueRow tone="late" word={tSample("late")} title={tSample("lateTitle")} note={tSample("lateNote")} />
          <DueRow
            tone="due"
            word={tSample("dueToday")}
            title={tSample("dueTodayTitle")}
            note={tSample("dueTodayNote")}
          />
          <DueRow tone="neutral" word={tSample("soon")} title={tSample("soonTitle")} note={tSample("soonNote")} />
        </ul>
      </Plate>
      <Plate title={t("timeline.title")} text={t("timeline.text")}>
        <Timeline
          packages={samplePackages(tSample)}
          outputs={sampleOutputs(tSample, (mark) => state(mark))}
          today={SAMPLE_TODAY}
        />
      </Plate>
      <Plate title={t("review.title")} text={t("review.text")}>
        <div className="border-line bg-paper-raised rounded-md border px-4 py-2">
          <p className="border-line text-ink-soft flex flex-wrap items-center gap-x-2 border-b py-2">
            <Icon name="file" />
            <span className="text-ink font-semibold">{tSample("file")}</span> {tSample("version")}
          </p>
          <ul className="py-1">
            <ReviewRow hue={0} country="DE" name={tSample("de")} description={tSample("approvedBy")} tone="approved" />
            <ReviewRow hue={3} country="FI" name={tSample("fi")} description={tSample("asksChanges")} tone="due" />
            <ReviewRow hue={8} country="PL" name={tSample("pl")} description={tSample("waits")} tone="neutral" />
          </ul>
        </div>
      </Plate>
      <Plate title={t("activity.title")} text={t("activity.text")}>
        <ActivityMatrix months={SAMPLE_MONTHS} rows={sampleHeat(tSample)} />
      </Plate>
      <Plate title={t("open.title")} text={t("open.text")}>
        <h3 className="text-ink-soft mb-1 font-semibold">{t("open.pages")}</h3>
        <ul className="divide-line divide-y">
          {openPages.map(([key, path]) => (
            <li key={key} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <a href={path} className="link w-fit font-semibold">
                {shell(key)}
              </a>
              <span className="text-ink-soft">{t(`open.${key}`)}</span>
            </li>
          ))}
        </ul>
      </Plate>
    </>
  );
}
