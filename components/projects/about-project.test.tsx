import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import programme from "@/messages/en/programme.json";
import projects from "@/messages/en/projects.json";
import { AboutProject } from "./about-project";

const project = { summary: "", objectives: [], impacts: [], priorities: [] };
const markupOf = (values: Partial<Parameters<typeof AboutProject>[0]["project"]>) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Brussels" messages={{ projects, programme }}>
      <AboutProject project={{ ...project, ...values }} />
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
