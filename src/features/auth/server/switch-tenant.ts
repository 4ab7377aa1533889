import type { Context } from "~/server/context";
import { AppError } from "~/lib/errors";
import type { Me } from "../schema";
import type { SwitchTenant } from "../schema/security";
import { signInPerson } from "./sign-in-person";

/**
 * Takes a member to another of their tenants: a session of its own there, in place of the one here. When and how the person proved who they
 * are goes with it. Throws `tenant.not_found`, `tenant.suspended`, `tenant.closed`.
 */
export async function switchTenant(ctx: Context, { tenantId }: SwitchTenant): Promise<Me> {
  if (!ctx.member) throw new AppError("auth.required");
  const { personId: id, email, hasSecondFactor, authenticatedAt } = ctx.member;
  return signInPerson(ctx, { id, email }, { hasSecondFactor, authenticatedAt, tenantId });
}
