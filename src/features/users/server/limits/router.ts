import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { DomainRef } from "~/features/domains/schema";
import { UserRef } from "../../schema";
import {
  DomainSendLimits,
  ListSendLimits,
  SendLimitsPage,
  SetDomainSendLimits,
  SetUserSendLimits,
  TenantSendLimits,
  UserSendLimits,
} from "../../schema/limits";
import { getDomainSendLimits } from "./get-domain-send-limits";
import { getSendLimits } from "./get-send-limits";
import { getTenantSendLimits } from "./get-tenant-send-limits";
import { listSendLimits } from "./list-send-limits";
import { setDomainSendLimits } from "./set-domain-send-limits";
import { setSendLimits } from "./set-send-limits";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const limitsRouter = router({
  get: look
    .meta(rest("GET /users/{userId}/send-limits", "Show what a mailbox user may send, and what is left of it"))
    .input(UserRef)
    .output(UserSendLimits)
    .query(({ ctx, input }) => getSendLimits(ctx, input)),
  set: change
    .meta(rest("PUT /users/{userId}/send-limits", "Set how many recipients an hour and a day a mailbox user may have"))
    .input(SetUserSendLimits)
    .output(UserSendLimits)
    .mutation(({ ctx, input }) => setSendLimits(ctx, input)),
  getTenant: look
    .meta(rest("GET /send-limits", "Show what all mailbox users together may send, and what is left of it"))
    .output(TenantSendLimits)
    .query(({ ctx }) => getTenantSendLimits(ctx)),
  list: look
    .meta(rest("GET /send-limits/domains", "List what the mailbox users of each domain may send, by name"))
    .input(ListSendLimits)
    .output(SendLimitsPage)
    .query(({ ctx, input }) => listSendLimits(ctx, input)),
  getDomain: look
    .meta(rest("GET /domains/{domainId}/send-limits", "Show what the mailbox users of a domain may send"))
    .input(DomainRef)
    .output(DomainSendLimits)
    .query(({ ctx, input }) => getDomainSendLimits(ctx, input)),
  setDomain: change
    .meta(rest("PUT /domains/{domainId}/send-limits", "Set how many recipients the mailbox users of a domain may have"))
    .input(SetDomainSendLimits)
    .output(DomainSendLimits)
    .mutation(({ ctx, input }) => setDomainSendLimits(ctx, input)),
});
