import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { DomainAddressing, SetCatchAll } from "../../schema/addressing";
import { changeAddressing } from "./change-addressing";
import { livingHolders } from "./resolve-holders";

/**
 * Gives mail to addresses that nobody holds to a mailbox, an alias or a group of the tenant, or has it refused. Throws `domain.not_found`,
 * `domain.is_alias` for another name of a domain, which does as that does, and `address.not_found` when nobody gets mail at the address.
 */
export async function setCatchAll(ctx: Ctx, { domainId, address }: SetCatchAll): Promise<DomainAddressing> {
  return changeAddressing(ctx, domainId, async ({ catchAll, aliasOfId }, tx) => {
    if (catchAll === address) return null;
    if (aliasOfId) throw new AppError("domain.is_alias");
    if (address !== null && !(await livingHolders(tx, ctx.tenantId, [address])).has(address))
      throw new AppError("address.not_found", { issues: [{ path: "address", message: "addresses.issue_nobody" }] });
    const set = { catchAll: address };
    return { action: "domain.set_catch_all", set, before: { catchAll }, after: set };
  });
}
