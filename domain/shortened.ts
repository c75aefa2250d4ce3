/** Shortens a description to what search engines and messengers show, at a word boundary. */
export const shortened = (text: string): string => {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199).replace(/\s+\S*$/u, "")}…` : line;
};
