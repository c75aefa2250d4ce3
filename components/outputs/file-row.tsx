import type { Route } from "next";
import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { languageName } from "@/domain/display-names";
import { Anchor } from "../ui/anchor";
import { buttonStyle } from "../ui/button-style";
import { Chip } from "../ui/chip";
import { Ago, DateTime } from "../ui/date-time";
import { FileSize } from "../ui/file-size";
import { Icon } from "../ui/icon";
import { StatusBadge, Tag } from "../ui/status-badge";
import { previewKind } from "./preview-kind";

export type VersionLine = {
  id: string;
  fileId: string;
  number: number;
  name: string;
  language: string;
  note: string;
  url: string | null;
  sizeBytes: number;
  mediaType: string;
  restoredFrom: number | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  createdAt: Date;
  person: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number };
};

type Props = {
  version: VersionLine & { versions: number };
  /** The address of the output. */
  base: string;
  /** Organisations that work on the output; uploads by other organisations are marked. */
  involved: readonly string[];
  lead: string;
};

/** A file with its newest version and the actions for it. */
export function FileRow({ version, base, involved, lead }: Props) {
  const t = useTranslations("outputs.files");
  const locale = useLocale();
  const filePath = `${base}/files/${version.fileId}` as Route;
  const isLink = version.mediaType === "text/uri-list";
  const language = version.language ? languageName(version.language, locale) : null;
  const shows = !version.withdrawnAt && previewKind(version.mediaType) !== null;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <Icon name={isLink ? "link" : "file"} size={20} className="text-ink-soft mt-0.5" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Anchor href={filePath} className="link font-semibold wrap-anywhere">
            {version.name}
          </Anchor>
          <span className="tabular font-semibold">{t("version", { number: version.number })}</span>
          {language ? <Tag>{language}</Tag> : null}
          {version.withdrawnAt ? (
            <StatusBadge tone="muted" icon="trash">
              {t("withdrawn")}
            </StatusBadge>
          ) : null}
        </p>
        <p className="text-ink-soft mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Chip {...version.organisation} name={version.organisation.shortName} />
          <span>{version.person ?? t("former")}</span>
          <Ago value={version.createdAt} />
          {isLink ? null : <FileSize bytes={version.sizeBytes} />}
          {version.restoredFrom ? <span>{t("restoredFrom", { number: version.restoredFrom })}</span> : null}
          {involved.includes(version.organisation.id) ? null : <span>{t("onBehalf", { lead })}</span>}
        </p>
        {version.note ? <p className="mt-1 max-w-prose">{version.note}</p> : null}
        {isLink && !version.withdrawnAt ? <p className="text-ink-soft text-sm">{t("linkChanges")}</p> : null}
        {version.withdrawnAt ? (
          <p className="text-ink-soft text-sm">
            {t.rich("withdrawnWhy", {
              when: () => <DateTime value={version.withdrawnAt ?? version.createdAt} />,
              reason: version.withdrawReason ?? "",
            })}{" "}
            {t("onlyLine")}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-1.5">
        {shows ? (
          <Anchor href={`${filePath}?show=${version.id}` as Route} className={buttonStyle("quiet", "small")}>
            {t("preview")}
          </Anchor>
        ) : null}
        {version.versions > 1 ? (
          <Anchor href={filePath} className={buttonStyle("quiet", "small")}>
            {t("versions", { count: version.versions })}
          </Anchor>
        ) : null}
        <VersionContent version={version} />
      </div>
    </li>
  );
}

/** A download of a version's content, or a link to another site. */
export function VersionContent({ version }: { version: Pick<VersionLine, "id" | "name" | "url" | "withdrawnAt"> }) {
  const t = useTranslations("outputs.files");
  if (version.withdrawnAt) return null;
  if (version.url) {
    return (
      <a
        href={version.url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className={buttonStyle("plain", "small")}
      >
        <Icon name="external" />
        {t("open")}
      </a>
    );
  }
  return (
    <a
      href={`/api/files/${version.id}`}
      className={buttonStyle("plain", "small")}
      aria-label={`${t("download")}: ${version.name}`}
    >
      <Icon name="download" />
      {t("download")}
    </a>
  );
}
