import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import ui from "@/messages/en/ui.json";
import { Dialog } from "./dialog";

it.each([
  ["cancel", ui.cancel],
  ["close", ui.close],
] as const)("every dialog ends with a button to leave it: %s", (dismiss, label) => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Brussels" messages={{ ui }}>
      <Dialog open onClose={() => undefined} title="Delete it?" dismiss={dismiss}>
        <p>It is deleted.</p>
      </Dialog>
    </NextIntlClientProvider>,
  );
  expect(/<footer.*<\/footer>/u.exec(markup)?.[0]).toContain(`>${label}</button>`);
});
