import type { Role } from "../../schema";
import type { TeamMember } from "../../schema/team";

export type MemberAct = "changeRole" | "makeOwner" | "remove" | "leave";

/** What `own` may do with a member: owners all, admins all but owners, everybody leave. */
export function actsOn(member: TeamMember, own: Role): MemberAct[] {
  const isAllowed = own === "owner" || (own === "admin" && member.role !== "owner");
  if (member.isYou) return isAllowed ? ["changeRole", "leave"] : ["leave"];
  if (!isAllowed) return [];
  const canBeOwner = own === "owner" && member.role !== "owner" && member.isConfirmed;
  return ["changeRole", ...(canBeOwner ? (["makeOwner"] as const) : []), "remove"];
}
