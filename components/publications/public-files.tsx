import { useLocale } from "next-intl";
import { languageName } from "@/domain/display-names";
import type { PublicVersion } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { Section } from "../shared/section";
import { buttonStyle } from "../ui/button-style";
import { FileSize } from "../ui/file-size";
import { Icon } from "../ui/icon";

function PublicFile({ version }: { version: PublicVersion }) {
  const t = useTranslations("publications.page");
  const locale = useLocale();
  const facts = [t("version", { number: version.number }), languageName(version.language, locale)].filter(Boolean);
  const href = version.url ?? `/files/public/${version.id}`;
  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">
            <bdi>{version.name}</bdi>
          </p>
          <p className="text-ink-soft flex flex-wrap gap-x-3 text-sm">
            <span>{facts.join(", ")}</span>
            {version.url === null ? <FileSize bytes={version.sizeBytes} /> : null}
            {version.url === null ? <span>{t("downloads", { count: version.downloads })}</span> : null}
          </p>
        </div>
        {version.withdrawn ? null : (
          <a
            href={href}
            aria-label={`${version.url === null ? t("download") : t("open")}: ${version.name}`}
            className={`${buttonStyle("plain", "small")} no-print`}
            {...(version.url === null ? { download: "" } : { rel: "noopener noreferrer" })}
          >
            <Icon name={version.url === null ? "download" : "globe"} />
            {version.url === null ? t("download") : t("open")}
          </a>
        )}
      </div>
      {version.withdrawn ? <p className="text-sm">{t("withdrawn")}</p> : null}
      {!version.withdrawn && !version.covered ? <p className="text-sm">{t("notCovered")}</p> : null}
      {version.url === null ? (
        <p className="text-ink-soft text-sm">
          {t("hash")}: <code className="font-mono break-all">{version.sha256}</code>
        </p>
      ) : null}
    </li>
  );
}

/** The files of a public output, each with its size and checksum. */
export function PublicFiles({ versions }: { versions: readonly PublicVersion[] }) {
  const t = useTranslations("publications.page");
  return (
    <Section title={t("files")} description={t("filesLead")}>
      <ul className="divide-line divide-y" aria-label={t("files")}>
        {versions.map((version) => (
          <PublicFile key={version.id} version={version} />
        ))}
      </ul>
    </Section>
  );
}
