import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../ui/anchor";
import { buttonStyle } from "../ui/button-style";
import { Chip } from "../ui/chip";
import { DateTime } from "../ui/date-time";
import { FileSize } from "../ui/file-size";
import { StatusBadge, Tag } from "../ui/status-badge";
import { CopyHash } from "./copy-hash";
import { VersionContent, type VersionLine } from "./file-row";
import { previewKind } from "./preview-kind";
import { VersionActions } from "./version-actions";

type Props = {
  version: VersionLine & { sha256: string; can: { "version.withdraw": boolean } };
  path: string;
  newest: boolean;
  canUpload: boolean;
  involved: readonly string[];
  lead: string;
};

/** One version of a file with all its data. */
export function VersionRow({ version, path, newest, canUpload, involved, lead }: Props) {
  const t = useTranslations("outputs.files");
  const f = useTranslations("outputs.file");
  const isLink = version.mediaType === "text/uri-list";
  const shows = !version.withdrawnAt && previewKind(version.mediaType) !== null;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <span className="tabular w-12 font-serif text-xl font-semibold">{t("version", { number: version.number })}</span>
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <p className="text-ink-soft flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {newest ? <Tag>{f("newest")}</Tag> : null}
          {version.withdrawnAt ? (
            <StatusBadge tone="muted" icon="trash">
              {t("withdrawn")}
            </StatusBadge>
          ) : null}
          <Chip {...version.organisation} name={version.organisation.shortName} />
          <span>{version.person ?? t("former")}</span>
          <DateTime value={version.createdAt} />
          {isLink ? null : <FileSize bytes={version.sizeBytes} />}
          {version.restoredFrom ? <span>{t("restoredFrom", { number: version.restoredFrom })}</span> : null}
          {involved.includes(version.organisation.id) ? null : <span>{t("onBehalf", { lead })}</span>}
        </p>
        {version.note ? <p className="max-w-prose">{version.note}</p> : null}
        {version.withdrawnAt ? (
          <p className="max-w-prose">
            {t.rich("withdrawnWhy", {
              when: () => <DateTime value={version.withdrawnAt ?? version.createdAt} />,
              reason: version.withdrawReason ?? "",
            })}{" "}
            {t("onlyLine")}
          </p>
        ) : null}
        {isLink && !version.withdrawnAt ? <p className="text-ink-soft text-sm">{t("linkChanges")}</p> : null}
        <CopyHash sha256={version.sha256} />
      </div>
      <div className="flex flex-wrap justify-end gap-1.5">
        {version.withdrawnAt ? null : (
          <VersionActions
            version={version}
            canRestore={canUpload && !newest}
            canWithdraw={version.can["version.withdraw"]}
          />
        )}
        {shows ? (
          <Anchor href={`${path}?show=${version.id}` as Route} className={buttonStyle("quiet", "small")}>
            {t("preview")}
          </Anchor>
        ) : null}
        <VersionContent version={version} />
      </div>
    </li>
  );
}
