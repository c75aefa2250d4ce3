import type { PreviewPublication } from "@/domain/schemas/publications";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The values of the form as input of a procedure: keywords are typed into one field, separated by commas. */
export function publicationValues(values: Record<string, unknown>, outputId: string): PreviewPublication {
  const keywords = text(values["keywords"])
    .split(/[,;\n]/u)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== "");
  // The procedure's schema validates everything else.
  return { ...values, keywords, outputId } as unknown as PreviewPublication;
}
