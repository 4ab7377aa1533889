import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { freshProcedure, memberProcedure, publicProcedure, router, tenantProcedure } from "~/server/trpc";
import {
  CloseTenant,
  Closure,
  CreateTenant,
  RenameTenant,
  ReopenLink,
  Tenant,
  TenantLimits,
  TenantRef,
} from "../../schema/tenant";
import { addTenant } from "./add-tenant";
import { closeTenant } from "./close-tenant";
import { getLimits } from "./get-limits";
import { getTenant } from "./get-tenant";
import { lookAtClosure } from "./look-at-closure";
import { renameTenant } from "./rename-tenant";
import { reopenTenant } from "./reopen-tenant";

const look = tenantProcedure.meta({ scope: "team:read" });

export const tenantRouter = router({
  get: look
    .meta(rest("GET /tenant", "Show the tenant"))
    .output(Tenant)
    .query(({ ctx }) => getTenant(ctx)),
  limits: look
    .meta(rest("GET /tenant/limits", "Show what the plan allows and how much of it is used"))
    .output(TenantLimits)
    .query(({ ctx }) => getLimits(ctx)),
  rename: memberProcedure
    .input(RenameTenant)
    .output(z.void())
    .mutation(({ ctx, input }) => renameTenant(ctx, input)),
  create: memberProcedure
    .input(CreateTenant)
    .output(TenantRef)
    .mutation(({ ctx, input }) => addTenant(ctx, input)),
  close: freshProcedure
    .input(CloseTenant)
    .output(z.void())
    .mutation(({ ctx, input }) => closeTenant(ctx, input)),
  /** A mutation although it changes nothing: a token does not belong into the address of a request. */
  closure: publicProcedure
    .input(ReopenLink)
    .output(Closure)
    .mutation(({ ctx, input }) => lookAtClosure(ctx, input)),
  reopen: publicProcedure
    .input(ReopenLink)
    .output(z.void())
    .mutation(({ ctx, input }) => reopenTenant(ctx, input)),
});
