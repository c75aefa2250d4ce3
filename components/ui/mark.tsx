import { wordmarkMarkup } from "./mark-markup";

const drawn = { __html: String(wordmarkMarkup()) };

/** The mark with the name beside it. */
export function Wordmark() {
  return <span className="contents" dangerouslySetInnerHTML={drawn} />;
}
