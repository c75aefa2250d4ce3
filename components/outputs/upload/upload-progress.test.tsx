import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import outputs from "@/messages/en/outputs.json";
import ui from "@/messages/en/ui.json";
import { UploadProgress } from "./upload-progress";

const nothing = () => undefined;

it("says what to do when a person has too many unfinished uploads", () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ outputs, ui }}>
      <UploadProgress
        item={{
          id: "1",
          language: "",
          note: "",
          file: new File(["text"], "guide.txt"),
          name: "guide.txt",
          state: "refused",
          sent: 0,
          refusal: { code: "file.too_many_unfinished", params: { most: 20 } },
          inPieces: false,
          continues: null,
          versionId: null,
        }}
        maxBytes={1_000}
        onPause={nothing}
        onResume={nothing}
        onCancel={nothing}
        onChange={nothing}
      />
    </NextIntlClientProvider>,
  );
  expect(markup).toContain("You have 20 unfinished uploads, which is the limit.");
});
