import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { UserRef } from "../../schema";
import { SetStorageMode, TenantStorage, UserUsage } from "../../schema/usage";
import { getTenantStorage } from "./get-tenant-storage";
import { getUsage } from "./get-usage";
import { setStorageMode } from "./set-storage-mode";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const usageRouter = router({
  get: look
    .meta(rest("GET /users/{userId}/usage", "Show what a mailbox holds, and held on the days before"))
    .input(UserRef)
    .output(UserUsage)
    .query(({ ctx, input }) => getUsage(ctx, input)),
  tenant: look
    .meta(rest("GET /storage", "Show what all mailboxes hold together, and what the plan has"))
    .output(TenantStorage)
    .query(({ ctx }) => getTenantStorage(ctx)),
  setMode: change
    .meta(rest("PUT /storage", "Have all mailboxes share the plan's storage, or give each its own part"))
    .input(SetStorageMode)
    .output(TenantStorage)
    .mutation(({ ctx, input }) => setStorageMode(ctx, input)),
});
