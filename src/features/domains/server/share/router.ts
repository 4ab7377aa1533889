import { rest } from "~/server/rest/rest";
import { publicProcedure, router, tenantProcedure } from "~/server/trpc";
import { Done } from "../../schema";
import {
  CreatedShare,
  CreateShare,
  ListShares,
  SharedRecords,
  SharePage,
  ShareRef,
  ShareToken,
} from "../../schema/share";
import { createShare } from "./create-share";
import { listShares } from "./list-shares";
import { readShare } from "./read-share";
import { revokeShare } from "./revoke-share";

const look = tenantProcedure.meta({ scope: "domains:read" });
const change = tenantProcedure.meta({ scope: "domains:write" });

export const shareRouter = router({
  list: look
    .meta(rest("GET /domains/{domainId}/shares", "List the links that show a domain's records"))
    .input(ListShares)
    .output(SharePage)
    .query(({ ctx, input }) => listShares(ctx, input)),
  create: change
    .meta(
      rest("POST /domains/{domainId}/shares", "Make a link that shows a domain's records to whoever has it", {
        status: 201,
      }),
    )
    .input(CreateShare)
    .output(CreatedShare)
    .mutation(({ ctx, input }) => createShare(ctx, input)),
  revoke: change
    .meta(rest("DELETE /domains/shares/{shareId}", "Take back a link that shows a domain's records", { status: 204 }))
    .input(ShareRef)
    .output(Done)
    .mutation(({ ctx, input }) => revokeShare(ctx, input)),
  /** A mutation, so that the token stands in no address. */
  read: publicProcedure
    .input(ShareToken)
    .output(SharedRecords)
    .mutation(({ ctx, input }) => readShare(ctx, input)),
});
