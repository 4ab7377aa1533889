import { and, count, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { apiTokens, domains, tenants } from "../../../../../db/schema";
import { scopesOf } from "~/lib/api-scopes";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type MemberCtx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import { normaliseNetwork } from "~/server/rest/networks";
import { newApiToken } from "~/server/rest/token-format";
import { hashToken } from "~/server/session-token";
import type { CreatedToken, CreateToken } from "../../schema/tokens";
import { toApiToken } from "./token-view";

const maxTokens = 100;
const hintLength = 4;
const dayMs = 86_400_000;

/**
 * Makes an API token and shows it this once: only its hash is kept. A member's own may not be given what the member may not do; one of
 * the tenant is made by owners and admins. Throws `auth.role_too_low`, `domain.not_found`, `request.invalid`, `tenant.limit_reached`.
 */
export async function createToken(ctx: MemberCtx, input: CreateToken): Promise<CreatedToken> {
  const { tenantId, actor } = ctx;
  if (input.holder === "tenant") requireRole(ctx, "owner", "admin");
  const allowed = input.holder === "tenant" ? scopesOf("admin") : scopesOf(actor.role);
  const scopes = [...new Set(input.scopes)].sort();
  if (!scopes.every((scope) => allowed.includes(scope))) throw new AppError("auth.role_too_low");
  const networks = input.networks && input.networks.map(requireNetwork);
  const secret = newApiToken();
  const [created, hint] = [ctx.now(), secret.slice(-hintLength)];
  const expiresAt = input.expiresInDays ? new Date(created.getTime() + input.expiresInDays * dayMs) : null;
  const row = await ctx.tx(async (tx) => {
    await requireRoom(tx, tenantId);
    const domainIds = await requireDomains(tx, ctx, input.domainIds);
    const facts = { name: input.name, scopes, domainIds, networks, hint, expiresAt };
    const [made] = await tx
      .insert(apiTokens)
      .values({
        ...{ ...facts, tenantId, memberId: input.holder === "me" ? actor.memberId : null },
        ...{ tokenHash: hashToken(secret), createdAt: created },
      })
      .returning();
    const subject = { type: "api_token", id: made!.id } as const;
    await audit(tx, ctx, { action: "token.create", subject, after: { ...facts, holder: input.holder } });
    return made!;
  });
  return { token: toApiToken(ctx, row, actor.email), secret };
}

function requireNetwork(text: string, at: number): string {
  const network = normaliseNetwork(text);
  if (network) return network;
  throw new AppError("request.invalid", { issues: [{ path: `networks.${at}`, message: "api.issue_network" }] });
}

async function requireRoom(tx: Transaction, tenantId: string): Promise<void> {
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId)).for("update");
  const [held] = await tx.select({ count: count() }).from(apiTokens).where(eq(apiTokens.tenantId, tenantId));
  if ((held?.count ?? 0) >= maxTokens) throw new AppError("tenant.limit_reached");
}

async function requireDomains(tx: Transaction, ctx: MemberCtx, ids: string[] | null): Promise<string[] | null> {
  if (!ids) return null;
  const wanted = [...new Set(ids)].sort();
  const found = await tx
    .select({ id: domains.id })
    .from(domains)
    .where(and(eq(domains.tenantId, ctx.tenantId), inArray(domains.id, wanted), withinReach(ctx, domains.id)));
  if (found.length < wanted.length) throw new AppError("domain.not_found");
  return wanted;
}
