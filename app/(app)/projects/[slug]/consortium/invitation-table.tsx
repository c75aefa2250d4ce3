import type { Route } from "next";
import { InvitationMenu } from "@/components/projects/invitation-menu";
import { Pager } from "@/components/shared/pager";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { StatusBadge, type Tone } from "@/components/ui/status-badge";
import { RowHead, Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import type { InvitationStatus } from "@/domain/projects";
import { getTranslations } from "@/messages/server";
import type { listInvitations } from "@/server/projects/queries/get-consortium";

type Props = {
  path: string;
  invitations: Awaited<ReturnType<typeof listInvitations>>;
  isFirst: boolean;
  mayInvite: boolean;
};

const tones: Record<InvitationStatus, Tone> = {
  pending: "active",
  accepted: "approved",
  declined: "neutral",
  revoked: "muted",
  expired: "due",
};

type Invitation = Props["invitations"]["items"][number];

const isUndelivered = ({ status, waiting, undeliveredAt }: Invitation) =>
  status === "pending" && !waiting && undeliveredAt !== null;

/** Invitations with person, organisation and status. */
export async function InvitationTable({ path, invitations, isFirst, mayInvite }: Props) {
  const [t, status, roles] = await Promise.all([
    getTranslations("projects.consortium"),
    getTranslations("projects.invitationStatus"),
    getTranslations("projects.roles"),
  ]);
  if (invitations.items.length === 0) {
    return (
      <EmptyState
        title={t("noInvitations")}
        action={mayInvite ? <LinkButton href={`${path}/invite` as Route}>{t("invite")}</LinkButton> : null}
      >
        {t("noInvitationsText")}
      </EmptyState>
    );
  }
  return (
    <>
      <Table caption={t("invitations")} stacked>
        <Thead>
          <Th>{t("to")}</Th>
          <Th>{t("for")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("answer")}</Th>
          <Th>
            <span className="sr-only">{t("acts")}</span>
          </Th>
        </Thead>
        <Tbody>
          {invitations.items.map((invitation) => (
            <tr key={invitation.id}>
              <RowHead className="min-w-52 wrap-anywhere">
                {invitation.address}
                <span className="text-ink-soft block text-sm font-normal">{t("by", { name: invitation.inviter })}</span>
              </RowHead>
              <Td>
                <Chip hue={invitation.hue} country={invitation.country} name={invitation.shortName} />
              </Td>
              <Td>{roles(invitation.role)}</Td>
              <Td>
                {isUndelivered(invitation) ? (
                  <StatusBadge tone="late">{t("undelivered")}</StatusBadge>
                ) : (
                  <StatusBadge tone={tones[invitation.status]}>{status(invitation.status)}</StatusBadge>
                )}
                <span className="text-ink-soft block text-sm">
                  {isUndelivered(invitation)
                    ? t("undeliveredText")
                    : invitation.status === "pending"
                      ? invitation.waiting
                        ? t("waiting")
                        : invitation.held
                          ? t("held")
                          : t("until", { date: invitation.expiresAt })
                      : null}
                  {invitation.declineReason ? t("reason", { reason: invitation.declineReason }) : null}
                </span>
              </Td>
              <Td actions>
                {invitation.can["participation.people"] ? <InvitationMenu invitation={invitation} /> : null}
              </Td>
            </tr>
          ))}
        </Tbody>
      </Table>
      <Pager
        next={invitations.nextCursor ? (`${path}?invitations=${invitations.nextCursor}#invitations` as Route) : null}
        first={isFirst ? null : (path as Route)}
      />
    </>
  );
}
