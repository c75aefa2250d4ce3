import { useTranslations } from "@/messages/use-translations";
import type { CommentSubjectType, CommentVisibility } from "@/domain/comments";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-paths";

const icons: Record<CommentVisibility, IconName> = { everyone: "people", organisation: "lock", coordinators: "lock" };

type Props = {
  type: CommentSubjectType;
  visibility: CommentVisibility;
  organisation: string;
  /** The person besides the coordinators who reads an exchange with them. */
  openedBy: string | null;
};

/** Who can read a comment: an icon and words. */
export function CommentReaders({ type, visibility, organisation, openedBy }: Props) {
  const t = useTranslations("comments");
  const key = visibility === "everyone" && type === "submission" ? "everyoneSubmission" : visibility;
  return (
    <span className="tag max-w-full gap-1 whitespace-normal">
      <Icon name={icons[visibility]} size={14} className="shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {t(`readers.${key}`, { organisation, person: openedBy ?? t("former") })}
      </span>
    </span>
  );
}
