import { rest } from "~/server/rest/rest";
import { freshTenantProcedure, router, tenantProcedure } from "~/server/trpc";
import { DomainRef, Done } from "../../schema";
import { ApplyDns, ConnectState, DiscoverConnect, DiscoveredConnect, DnsPlan, PlanDns } from "../../schema/connect";
import { applyChange } from "./apply-change";
import { discoverConnect } from "./domain-connect/discover-connect";
import { forgetToken } from "./forget-token";
import { getConnection } from "./get-connection";
import { planChange } from "./plan-change";
import { undoChange } from "./undo-change";

const look = tenantProcedure.meta({ scope: "domains:read" });
const small = tenantProcedure.meta({ scope: "domains:write" });
const dangerous = freshTenantProcedure.meta({ scope: "domains:write" });

export const connectRouter = router({
  get: look
    .meta(rest("GET /domains/{domainId}/dns-changes/last", "Show how far the last change of DNS at the provider is"))
    .input(DomainRef)
    .output(ConnectState)
    .query(({ ctx, input }) => getConnection(ctx, input)),
  /** A link for a person's browser: of no use to a program. */
  discover: small
    .input(DiscoverConnect)
    .output(DiscoveredConnect)
    .query(({ ctx, input }) => discoverConnect(ctx, input)),
  plan: dangerous
    .meta(
      rest("POST /domains/{domainId}/dns-changes", "Preview what would change in the zone at the DNS provider", {
        status: 201,
      }),
    )
    .input(PlanDns)
    .output(DnsPlan)
    .mutation(({ ctx, input }) => planChange(ctx, input)),
  change: dangerous
    .meta(
      rest("POST /domains/{domainId}/dns-changes/{changeId}/apply", "Change the zone as the preview shows", {
        status: 202,
      }),
    )
    .input(ApplyDns)
    .output(Done)
    .mutation(({ ctx, input }) => applyChange(ctx, input)),
  undo: dangerous
    .meta(
      rest("POST /domains/{domainId}/dns-changes/{changeId}/undo", "Take the last change of the zone back", {
        status: 202,
      }),
    )
    .input(ApplyDns)
    .output(Done)
    .mutation(({ ctx, input }) => undoChange(ctx, input)),
  forget: small
    .meta(rest("DELETE /domains/{domainId}/dns-token", "Forget the token of the DNS provider", { status: 204 }))
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => forgetToken(ctx, input)),
});
