import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { DomainRef } from "../../schema";
import { DomainAddressing, SetAliasOf, SetCatchAll, SetSubAddressing } from "../../schema/addressing";
import { getAddressing } from "./get-addressing";
import { setAliasOf } from "./set-alias-of";
import { setCatchAll } from "./set-catch-all";
import { setSubAddressing } from "./set-sub-addressing";

const change = tenantProcedure.meta({ scope: "domains:write" });

export const addressingRouter = router({
  get: tenantProcedure
    .meta({ scope: "domains:read" })
    .meta(rest("GET /domains/{domainId}/addressing", "Show what becomes of mail to a domain beyond its mailboxes"))
    .input(DomainRef)
    .output(DomainAddressing)
    .query(({ ctx, input }) => getAddressing(ctx, input)),
  setCatchAll: change
    .meta(rest("PUT /domains/{domainId}/catch-all", "Say who gets mail to addresses that nobody holds"))
    .input(SetCatchAll)
    .output(DomainAddressing)
    .mutation(({ ctx, input }) => setCatchAll(ctx, input)),
  setSubAddressing: change
    .meta(rest("PUT /domains/{domainId}/sub-addressing", "Say whether a name goes on after a plus sign"))
    .input(SetSubAddressing)
    .output(DomainAddressing)
    .mutation(({ ctx, input }) => setSubAddressing(ctx, input)),
  setAliasOf: change
    .meta(rest("PUT /domains/{domainId}/alias-of", "Make a domain another name of one, or end that"))
    .input(SetAliasOf)
    .output(DomainAddressing)
    .mutation(({ ctx, input }) => setAliasOf(ctx, input)),
});
