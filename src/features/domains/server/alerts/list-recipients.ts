import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { AlertRecipients } from "../../schema/alerts";
import { findAudience } from "./find-audience";

/** Who would be told of trouble with the tenant's domains now, and who looks after them but could not be reached then. Throws `tenant.not_found`. */
export async function listRecipients(ctx: Ctx): Promise<AlertRecipients> {
  requireRole(ctx, "owner", "admin");
  const audience = await ctx.tx((tx) => findAudience(tx, ctx));
  if (!audience) throw new AppError("tenant.not_found");
  const { address, members, domainIds, recipients } = audience;
  const shown = ({ email, isConfirmed, isInside }: (typeof members)[number]) => ({ email, isConfirmed, isInside });
  const isTold = (id: string) => recipients.some((one) => one.domainIds === null || one.domainIds.includes(id));
  return {
    address: address && shown(address),
    members: members.map((member) => ({ ...shown(member), isHeld: member.domainIds !== null })),
    hasDomains: domainIds.length > 0,
    isAnybodyTold: domainIds.length > 0 ? domainIds.every(isTold) : recipients.length > 0,
  };
}
