import { useTranslations } from "@/messages/use-translations";
import { type ParticipationKind, projectRoles } from "@/domain/actor";

/** What each role may do in a participation of this kind, one line each: the hint where a role is chosen. */
export function RoleRights({ kind }: { kind: ParticipationKind }) {
  const roles = useTranslations("projects.roles");
  const rights = useTranslations("projects.roleRights");
  return projectRoles.map((role) => (
    <span key={role} className="block">
      <strong className="font-semibold">{roles(role)}</strong>: {rights(role, { kind })}
    </span>
  ));
}
