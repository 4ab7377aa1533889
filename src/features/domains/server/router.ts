import { memberProcedure, router } from "~/server/trpc";
import { AddDomain, DomainDetail, DomainPage, DomainRef, DomainSummary, Done, ListDomains } from "../schema";
import { addDomain } from "./add-domain";
import { checkDomain } from "./check-domain";
import { getDomain } from "./get-domain";
import { listDomains } from "./list-domains";
import { publishInTrial } from "./publish-in-trial";
import { removeDomain } from "./remove-domain";

export const domainsRouter = router({
  list: memberProcedure
    .input(ListDomains)
    .output(DomainPage)
    .query(({ ctx, input }) => listDomains(ctx, input)),
  get: memberProcedure
    .input(DomainRef)
    .output(DomainDetail)
    .query(({ ctx, input }) => getDomain(ctx, input)),
  add: memberProcedure
    .input(AddDomain)
    .output(DomainSummary)
    .mutation(({ ctx, input }) => addDomain(ctx, input)),
  check: memberProcedure
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => checkDomain(ctx, input)),
  publishInTrial: memberProcedure
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => publishInTrial(ctx, input)),
  remove: memberProcedure
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => removeDomain(ctx, input)),
});
