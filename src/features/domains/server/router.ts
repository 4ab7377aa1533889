import { rest } from "~/server/rest/rest";
import { freshTenantProcedure, router, tenantProcedure } from "~/server/trpc";
import {
  AddDomain,
  DomainDetail,
  DomainPage,
  DomainRecords,
  DomainRef,
  DomainSummary,
  Done,
  ListDomains,
  UpdateDomain,
} from "../schema";
import { IgnoreRecord, SetIntent, SetPolicy, ZoneFile } from "../schema/choices";
import { addDomain } from "./add-domain";
import { addressingRouter } from "./addressing/router";
import { alertsRouter } from "./alerts/router";
import { connectRouter } from "./connect/router";
import { dkimRouter } from "./dkim/router";
import { historyRouter } from "./history/router";
import { shareRouter } from "./share/router";
import { sightRouter } from "./sight/router";
import { cancelCheck } from "./cancel-check";
import { checkDomain } from "./check-domain";
import { getDomain } from "./get-domain";
import { ignoreRecord } from "./ignore-record";
import { listDomains } from "./list-domains";
import { listRecords } from "./list-records";
import { publishInTrial } from "./publish-in-trial";
import { removeDomain } from "./remove-domain";
import { setIntent } from "./set-intent";
import { setPolicy } from "./set-policy";
import { updateDomain } from "./update-domain";
import { watchDomain } from "./watch-domain";
import { exportZone } from "./zone-export";

const look = tenantProcedure.meta({ scope: "domains:read" });
const change = tenantProcedure.meta({ scope: "domains:write" });

export const domainsRouter = router({
  dkim: dkimRouter,
  sight: sightRouter,
  history: historyRouter,
  alerts: alertsRouter,
  connect: connectRouter,
  share: shareRouter,
  addressing: addressingRouter,
  list: look
    .meta(rest("GET /domains", "List the domains, oldest first"))
    .input(ListDomains)
    .output(DomainPage)
    .query(({ ctx, input }) => listDomains(ctx, input)),
  get: look
    .meta(rest("GET /domains/{domainId}", "Show a domain with every record that it should publish"))
    .input(DomainRef)
    .output(DomainDetail)
    .query(({ ctx, input }) => getDomain(ctx, input)),
  add: change
    .meta(rest("POST /domains", "Add a domain", { status: 201 }))
    .input(AddDomain)
    .output(DomainSummary)
    .mutation(({ ctx, input }) => addDomain(ctx, input)),
  check: change
    .meta(rest("POST /domains/{domainId}/verify", "Look at DNS now", { status: 202 }))
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => checkDomain(ctx, input)),
  cancelCheck: change
    .meta(rest("POST /domains/{domainId}/cancel-check", "Stop a look at DNS that is under way", { status: 202 }))
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => cancelCheck(ctx, input)),
  publishInTrial: change
    .meta(
      rest("POST /domains/{domainId}/publish-in-trial", "Publish all records in the zone of a trial", { status: 202 }),
    )
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => publishInTrial(ctx, input)),
  records: look
    .meta(rest("GET /domains/{domainId}/dns-records", "Show what a domain should publish and what DNS shows of it"))
    .input(DomainRef)
    .output(DomainRecords)
    .query(({ ctx, input }) => listRecords(ctx, input)),
  update: change
    .meta(rest("PATCH /domains/{domainId}", "Change the note on a domain"))
    .input(UpdateDomain)
    .output(DomainSummary)
    .mutation(({ ctx, input }) => updateDomain(ctx, input)),
  setIntent: change
    .meta(rest("PUT /domains/{domainId}/intent", "Say what is meant to happen with the domain's mail"))
    .input(SetIntent)
    .output(DomainSummary)
    .mutation(({ ctx, input }) => setIntent(ctx, input)),
  setPolicy: freshTenantProcedure
    .meta({ scope: "domains:write" })
    .meta(rest("PUT /domains/{domainId}/policy", "Say whether others may claim names below a domain", { status: 204 }))
    .input(SetPolicy)
    .output(Done)
    .mutation(({ ctx, input }) => setPolicy(ctx, input)),
  watch: look
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => watchDomain(ctx, input)),
  ignoreRecord: change
    .meta(
      rest("PATCH /domains/{domainId}/dns-records/{recordId}", "Ask for a record no more, or again", { status: 204 }),
    )
    .input(IgnoreRecord)
    .output(Done)
    .mutation(({ ctx, input }) => ignoreRecord(ctx, input)),
  zoneFile: look
    .meta(rest("GET /domains/{domainId}/zone-file", "Export what a domain should publish as a zone file"))
    .input(DomainRef)
    .output(ZoneFile)
    .query(({ ctx, input }) => exportZone(ctx, input)),
  remove: freshTenantProcedure
    .meta({ scope: "domains:write" })
    .meta(rest("DELETE /domains/{domainId}", "Give a domain up", { status: 204 }))
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => removeDomain(ctx, input)),
});
