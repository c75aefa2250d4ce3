import type { Route } from "next";
import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { languageName } from "@/domain/display-names";
import { Anchor } from "../ui/anchor";
import { CopyHash } from "../outputs/copy-hash";
import { VersionContent } from "../outputs/file-row";
import { previewKind } from "../outputs/preview-kind";
import { buttonStyle } from "../ui/button-style";
import { FileSize } from "../ui/file-size";
import { Icon } from "../ui/icon";
import { StatusBadge, Tag } from "../ui/status-badge";

type Frozen = {
  id: string;
  fileId: string;
  name: string;
  language: string;
  number: number;
  newest: number;
  sha256: string;
  sizeBytes: number;
  mediaType: string;
  url: string | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
};

type Props = {
  versions: readonly Frozen[];
  base: string;
  approved: boolean;
  /** The page that shows a version beside the list; absent where each version has its own page. */
  read?: { path: string; shown: string | null };
};

/** The versions of a submission with their hashes, and what has changed since. */
export function FrozenVersions({ versions, base, approved, read }: Props) {
  const t = useTranslations("reviews.page");
  const files = useTranslations("outputs.files");
  const locale = useLocale();
  return (
    <ul className="divide-line border-line divide-y border-y">
      {versions.map((version) => {
        const isLink = version.mediaType === "text/uri-list";
        const path = `${base}/files/${version.fileId}?show=${version.id}` as Route;
        const newer = version.newest > version.number;
        return (
          <li key={version.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
            <Icon name={isLink ? "link" : "file"} size={20} className="text-ink-soft mt-0.5" />
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Anchor href={path} className="link font-semibold wrap-anywhere">
                  {version.name}
                </Anchor>
                <span className="tabular font-semibold">{files("version", { number: version.number })}</span>
                {version.language ? <Tag>{languageName(version.language, locale)}</Tag> : null}
                {isLink ? null : (
                  <span className="text-ink-soft text-sm">
                    <FileSize bytes={version.sizeBytes} />
                  </span>
                )}
              </p>
              <CopyHash sha256={version.sha256} />
              {isLink && !version.withdrawnAt ? <p className="text-ink-soft text-sm">{t("link")}</p> : null}
              {version.withdrawnAt ? (
                <p className="mt-1 flex flex-wrap items-center gap-2 text-sm">
                  <StatusBadge tone="late" icon="trash">
                    {files("withdrawn")}
                  </StatusBadge>
                  {t("withdrawn", { reason: version.withdrawReason ?? "" })}
                </p>
              ) : null}
              {newer ? (
                <p className="text-due mt-1 flex items-start gap-1.5 text-sm font-semibold">
                  <Icon name="clock" className="mt-0.5" />
                  {t(approved ? "newerApproved" : "newerOpen", { number: version.number, newest: version.newest })}
                </p>
              ) : null}
            </div>
            <div className="flex flex-wrap gap-1.5">
              {!version.withdrawnAt && previewKind(version.mediaType) ? (
                <Anchor
                  href={read ? (`${read.path}?show=${version.id}#read` as Route) : path}
                  aria-current={read?.shown === version.id ? "true" : undefined}
                  className={buttonStyle("quiet", "small")}
                >
                  {read ? t("read") : files("preview")}
                </Anchor>
              ) : null}
              <VersionContent version={version} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
