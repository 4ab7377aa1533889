import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { DomainRef } from "../../schema";
import { LookAtRecord, RecordSight, SightServers } from "../../schema/sight";
import { lookAtRecord } from "./look-at-record";
import { lookAtServers } from "./look-at-servers";

const look = tenantProcedure.meta({ scope: "domains:read" });

export const sightRouter = router({
  servers: look
    .meta(rest("GET /domains/{domainId}/sight", "Show which name servers and resolvers are asked about a domain"))
    .input(DomainRef)
    .output(SightServers)
    .query(({ ctx, input }) => lookAtServers(ctx, input)),
  record: look
    .meta(rest("GET /domains/{domainId}/sight/{recordId}", "Show who sees a record, server by server"))
    .input(LookAtRecord)
    .output(RecordSight)
    .query(({ ctx, input }) => lookAtRecord(ctx, input)),
});
