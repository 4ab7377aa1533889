import { router, tenantProcedure } from "~/server/trpc";
import { AddDomain, DomainDetail, DomainPage, DomainRef, DomainSummary, Done, ListDomains } from "../schema";
import { addDomain } from "./add-domain";
import { checkDomain } from "./check-domain";
import { getDomain } from "./get-domain";
import { listDomains } from "./list-domains";
import { publishInTrial } from "./publish-in-trial";
import { removeDomain } from "./remove-domain";

const look = tenantProcedure.meta({ scope: "domains:read" });
const change = tenantProcedure.meta({ scope: "domains:write" });

export const domainsRouter = router({
  list: look
    .input(ListDomains)
    .output(DomainPage)
    .query(({ ctx, input }) => listDomains(ctx, input)),
  get: look
    .input(DomainRef)
    .output(DomainDetail)
    .query(({ ctx, input }) => getDomain(ctx, input)),
  add: change
    .input(AddDomain)
    .output(DomainSummary)
    .mutation(({ ctx, input }) => addDomain(ctx, input)),
  check: change
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => checkDomain(ctx, input)),
  publishInTrial: change
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => publishInTrial(ctx, input)),
  remove: change
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => removeDomain(ctx, input)),
});
