import type { Database } from "../../db/client";
import type { FailureKey } from "../lib/errors";
import { audit, type AuditSubject } from "./audit";
import { type Context, type Ctx, tenantContext } from "./context";

/** What says that somebody asked for more than they may. Ids of others are not among it: asking for them looks like asking for none. */
const reasons: ReadonlySet<FailureKey> = new Set<FailureKey>([
  ...(["auth.role_too_low", "auth.scope_missing", "auth.reauth_required", "auth.second_factor_required"] as const),
]);

/** What a page is told that only looks, before it asks for the proof or leads to where it is given: nobody has tried anything yet. */
const askedOfLookers: ReadonlySet<FailureKey> = new Set<FailureKey>([
  ...(["auth.reauth_required", "auth.second_factor_required"] as const),
]);

/** Denials that were not written yet, by who was denied what. */
type Windows = Map<string, { held: number }>;
const windowsOf = new WeakMap<Database, Windows>();

type Denial = { procedure: string; reason: FailureKey };

async function write(ctx: Ctx, subject: { type: AuditSubject; id: string }, after: Denial & { count: number }) {
  await ctx
    .tx((tx) => audit(tx, ctx, { action: "access.denied", subject, after }))
    .catch((error: unknown) => ctx.log.error("a denial was not recorded", { tenant_id: ctx.tenantId, error }));
}

/**
 * Writes into the tenant's log that a member or a token was denied a procedure, in a transaction of its own, because the denied one leaves
 * nothing behind. The first denial is written at once; those that follow within `windowMs` are counted and written as one row, so that
 * nobody can flood the log. Never rejects. Counts are this process's own, and what is not written yet when it is killed is lost.
 */
export async function recordDenial(
  context: Context,
  denial: Denial,
  { isAct = true, windowMs = 60_000 }: { isAct?: boolean; windowMs?: number } = {},
): Promise<void> {
  const { member, token, db } = context;
  if (!reasons.has(denial.reason) || (!member && !token)) return;
  if (!isAct && askedOfLookers.has(denial.reason)) return;
  const ctx = tenantContext(context);
  const subject = token
    ? { type: "api_token" as const, id: token.tokenId }
    : { type: "member" as const, id: member!.memberId };
  const windows = windowsOf.get(db) ?? new Map<string, { held: number }>();
  windowsOf.set(db, windows);
  const key = `${subject.id} ${denial.procedure} ${denial.reason}`;
  const open = windows.get(key);
  if (open) return void (open.held += 1);
  const openWindow = () => {
    const window = { held: 0 };
    windows.set(key, window);
    const close = () => {
      windows.delete(key);
      if (window.held === 0) return;
      openWindow();
      void write(ctx, subject, { ...denial, count: window.held });
    };
    setTimeout(close, windowMs).unref();
  };
  openWindow();
  await write(ctx, subject, { ...denial, count: 1 });
}
