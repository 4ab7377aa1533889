import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { DomainAddressing, SetSubAddressing } from "../../schema/addressing";
import { changeAddressing } from "./change-addressing";

/**
 * Says whether `ana+anything@` reaches ana@ (RFC 5233). Throws `domain.not_found`, and `domain.is_alias` for another name of a domain, which
 * does as that does.
 */
export async function setSubAddressing(ctx: Ctx, { domainId, ...set }: SetSubAddressing): Promise<DomainAddressing> {
  return changeAddressing(ctx, domainId, async ({ subAddressing, aliasOfId }) => {
    if (subAddressing === set.subAddressing) return null;
    if (aliasOfId) throw new AppError("domain.is_alias");
    return { action: "domain.set_sub_addressing", set, before: { subAddressing }, after: set };
  });
}
