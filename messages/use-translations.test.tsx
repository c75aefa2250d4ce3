import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { useTranslations } from "./use-translations";

const messages = {
  page: { plain: "{name} uploaded {count} files", rich: "{name} opened <b>{title}</b>", markup: "{name} closed it" },
};

function Sentences() {
  const t = useTranslations("page");
  const name = "נועה לוי";
  return (
    <>
      {t("plain", { name, count: 3 })}|{t.rich("rich", { name, title: "دليل", b: (text) => <bdi>{text}</bdi> })}|
      {t.markup("markup", { name: "Ana" })}|{t.has("other") ? "known" : "unknown"}
    </>
  );
}

it("components isolate right-to-left names and titles in their sentences", () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={messages}>
      <Sentences />
    </NextIntlClientProvider>,
  );
  expect(markup.split("|")).toEqual([
    "\u2068נועה לוי\u2069 uploaded 3 files",
    "\u2068נועה לוי\u2069 opened <bdi>\u2068دليل\u2069</bdi>",
    "Ana closed it",
    "unknown",
  ]);
});
