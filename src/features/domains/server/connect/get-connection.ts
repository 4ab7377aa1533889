import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { DomainRef } from "../../schema";
import { type ConnectState, type DnsChange, DnsChangeError } from "../../schema/connect";
import { recogniseProvider } from "../dns-providers";
import { findSubject } from "../domain-subject";
import { stepsOf } from "./change-steps";
import { hasKeptToken } from "./connection";
import { type ChangeRow, findLastChange } from "./find-change";
import { shown } from "./plan-change";

/** How a domain's DNS can be changed from here, and how far the last such change is. Throws `domain.not_found`. */
export async function getConnection(ctx: Ctx, { domainId }: DomainRef): Promise<ConnectState> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  return ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId);
    if (!subject) throw new AppError("domain.not_found");
    const change = await findLastChange(tx, ctx, domainId);
    return {
      provider: recogniseProvider(subject.domain.nameServers),
      hasToken: await hasKeptToken(tx, ctx, domainId),
      mayMoveMail: subject.domain.intent === "move_now",
      change: change && change.state !== "planned" ? viewOf(change, change.state) : null,
    };
  });
}

function viewOf(change: ChangeRow, state: DnsChange["state"]): DnsChange {
  const { id, plan, done, createdAt, appliedAt, undoneAt } = change;
  return {
    ...{ id, state, isUndo: plan.isUndo ?? false, add: plan.add.map(shown), remove: plan.remove.map(shown) },
    done: done.filter(({ isPending }) => !isPending).length,
    total: stepsOf(plan).length,
    error: DnsChangeError.safeParse(change.error).data ?? (change.error === null ? null : "unavailable"),
    createdAt: createdAt.toISOString(),
    ...{ appliedAt: appliedAt?.toISOString() ?? null, undoneAt: undoneAt?.toISOString() ?? null },
  };
}
