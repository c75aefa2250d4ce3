import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Field } from "./field";
import { Input } from "./input";

it("puts a note below the control, so that controls in one row stay in line, and describes the control by it", () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ ui: { optional: "optional" } }}>
      <Field name="city" label="City" note="Guessed, please check.">
        <Input />
      </Field>
    </NextIntlClientProvider>,
  );
  const [, note] = /<input[^>]*>.*<p id="([^"]+)"[^>]*>Guessed, please check\.<\/p>/u.exec(markup) ?? [];
  expect(markup).toContain(`aria-describedby="${String(note)}"`);
});
