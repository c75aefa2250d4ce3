import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import programme from "@/messages/en/programme.json";
import projects from "@/messages/en/projects.json";
import { Eligibility } from "./eligibility";

const input = {
  action: "KA220-VET",
  callYear: 2023,
  organisations: ["ES", "DE", "EL"].map((country, index) => ({
    country,
    type: "vet_provider" as const,
    role: index === 0 ? ("coordinator" as const) : ("partner" as const),
  })),
};

it.each([
  [false, "Your consortium can apply"],
  [true, "The consortium meets the rules of this call"],
])("with awarded %s, an eligible consortium reads: %s", (awarded, title) => {
  const provider = {
    locale: "en",
    timeZone: "UTC",
    messages: { programme, projects },
    children: createElement(Eligibility, { input, awarded }),
  };
  expect(renderToStaticMarkup(createElement(NextIntlClientProvider, provider))).toContain(title);
});
