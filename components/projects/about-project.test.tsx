import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import programme from "@/messages/en/programme.json";
import projects from "@/messages/en/projects.json";
import { AboutProject } from "./about-project";

const project = {
  actionCode: "KA201",
  callYear: 2019,
  durationMonths: 24,
  summary: "",
  objectives: [],
  impacts: [],
  priorities: [],
};
type Props = Parameters<typeof AboutProject>[0];
const markupOf = (values: Partial<Props["project"]>, organisations?: Props["organisations"]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Brussels" messages={{ projects, programme }}>
      <AboutProject project={{ ...project, ...values }} {...(organisations ? { organisations } : {})} />
    </NextIntlClientProvider>,
  );

it("the project page shows the summary, priorities, objectives and impacts of the application", () => {
  const markup = markupOf({
    summary: "Welding in six languages.",
    priorities: ["inclusion_diversity"],
    objectives: ["modernise_systems"],
    impacts: ["foreign_languages", "an_impact_of_an_earlier_release"],
  });
  for (const text of [
    "Welding in six languages.",
    programme.priorities.inclusion_diversity,
    programme.objectives.modernise_systems,
    programme.impacts.foreign_languages,
    "an_impact_of_an_earlier_release",
  ]) {
    expect(markup).toContain(text);
  }
});

it("the project page leaves out what the application does not say", () => {
  expect(markupOf({})).toBe("");
  expect(markupOf({ summary: "Short." })).not.toContain("<dl");
});

it("the project page links the estimate of the grant with the call and the organisations that take part", () => {
  const [address] =
    /(?<=href=")[^"]+/u.exec(
      markupOf({}, [
        { country: "ES", kind: "coordinator", absent: false },
        { country: "DE", kind: "partner", absent: false },
        { country: "FR", kind: "partner", absent: true },
        { country: "FI", kind: "evaluator", absent: false },
      ]),
    ) ?? [];
  const { pathname, searchParams } = new URL((address ?? "").replaceAll("&amp;", "&"), "https://consorta.example");
  expect(pathname).toBe("/what-may-we-claim");
  expect([searchParams.get("action"), searchParams.get("callYear"), searchParams.get("months")]).toEqual([
    "KA201",
    "2019",
    "24",
  ]);
  expect(searchParams.getAll("country")).toEqual(["ES", "DE"]);
  expect(searchParams.getAll("role")).toEqual(["coordinator", "partner"]);
});
