import { render } from "@react-email/render";
import { defaultReader, translatorFor } from "@/messages/translators";

export type ArchiveIndex = { acronym: string; title: string; at: Date; names: readonly string[] };

/** The address of an entry relative to the index. */
const addressOf = (name: string) => name.split("/").map(encodeURIComponent).join("/");

function Links({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <a href={addressOf(name)}>{name.replace(/^files\//u, "")}</a>
        </li>
      ))}
    </ul>
  );
}

/** The page of an archive that lists and links all its entries, as HTML for any browser. */
export async function archiveIndex({ acronym, title, at, names }: ArchiveIndex): Promise<string> {
  const t = await translatorFor({ ...defaultReader, timeZone: "UTC" }, "projects.archive");
  const isFile = (name: string) => name.startsWith("files/");
  const files = names.filter(isFile);
  return render(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t("title", { acronym })}</title>
        <style>{"body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"}</style>
      </head>
      <body>
        <h1 dir="auto">{title}</h1>
        <p>{t("made", { acronym, at })}</p>
        <h2>{t("tables")}</h2>
        <p>{t("tablesHint")}</p>
        <Links names={names.filter((name) => !isFile(name))} />
        <h2>{t("files")}</h2>
        {files.length > 0 ? (
          <>
            <p>{t("filesHint")}</p>
            <Links names={files} />
          </>
        ) : (
          <p>{t("noFiles")}</p>
        )}
      </body>
    </html>,
  );
}
