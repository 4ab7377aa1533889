import { and, eq } from "drizzle-orm";
import type { EngineAccount } from "~/engine/engine-directory";
import type { UserEngine } from "~/engine/mail-engine";
import { forwardings, mailUsers } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { unknownHash } from "../access/unknown-hash";
import { tellAtRecovery } from "../forwarding/tell-at-recovery";
import { tellInMailbox } from "../forwarding/tell-in-mailbox";
import { withMailboxKey } from "../with-mailbox-key";
import { mailScriptName, redirectOf } from "./mail-script";
import { type Wanted, wantedScript } from "./wanted-script";

/** As `accounts.ensure` takes it. */
type Account = EngineAccount & { passwordHash: string };

/**
 * Makes the engine pass a mailbox user's mail on and answer for them while they are away, or stop that, by a script of ours under a key that lives
 * for these calls only; a no-op when it does so already. What begins for somebody who may not sign in waits until they may. Rejects with `EngineError`.
 */
export async function applyMailScript(
  ctx: Ctx,
  user: { id: string; engineId: string | null },
  account: Account,
  accountId: string,
): Promise<void> {
  const { tenantId } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, user.id));
  const { applied, wanted } = await ctx.tx(async (tx) => {
    // An account that had to be made anew runs nothing yet.
    if (user.engineId !== accountId) await tx.update(mailUsers).set({ appliedScript: null }).where(own);
    const [row] = await tx.select({ appliedScript: mailUsers.appliedScript }).from(mailUsers).where(own);
    const addresses = [account.address, ...(account.aliases ?? [])];
    return {
      applied: row?.appliedScript ?? null,
      wanted: await wantedScript(tx, { tenantId, userId: user.id, addresses }),
    };
  });
  const { forwarding, script } = wanted;
  const isShut = account.blocks.includes("signIn");
  if (script !== applied) {
    if (isShut && !ends(script, applied)) return;
    const work = (engine: UserEngine) => bring(ctx, engine, account.address, wanted, applied);
    await withMailboxKey(ctx, { accountId, purpose: "script" }, (engine) =>
      isShut ? whileOpen(ctx, account, accountId, () => work(engine)) : work(engine),
    );
  }
  await ctx.tx(async (tx) => {
    if (script !== applied) await tx.update(mailUsers).set({ appliedScript: script }).where(own);
    if (!forwarding) return;
    const same = and(eq(forwardings.tenantId, tenantId), eq(forwardings.id, forwarding.id));
    const [now] = await tx.select({ removedAt: forwardings.removedAt }).from(forwardings).where(same);
    if (now?.removedAt && forwarding.removedAt) await tx.delete(forwardings).where(same);
    if (begins(wanted, applied)) await tellAtRecovery(tx, ctx, forwarding);
  });
}

/** Whether mail goes on to where it did not go before. */
const begins = ({ forwarding, script }: Wanted, applied: string | null): boolean =>
  forwarding !== undefined &&
  (script ?? "").includes(redirectOf(forwarding)) &&
  !(applied ?? "").includes(redirectOf(forwarding));

/** Whether mail must not go on any more to where it goes now. */
function ends(script: string | null, applied: string | null): boolean {
  const [going] = /^redirect .*$/m.exec(applied ?? "") ?? [];
  return script === null || (going !== undefined && !script.includes(going));
}

async function bring(
  ctx: Ctx,
  engine: UserEngine,
  address: string,
  wanted: Wanted,
  applied: string | null,
): Promise<void> {
  if (wanted.script === null) return engine.sieve.remove(mailScriptName);
  await engine.sieve.activate({ name: mailScriptName, content: wanted.script });
  if (!wanted.forwarding || !begins(wanted, applied)) return;
  // A mailbox that is full hears of it in its activity; the forwarding stands.
  await tellInMailbox(ctx, engine, address, wanted.forwarding).catch((error: unknown) =>
    ctx.log.warn("a mailbox could not be told of its forwarding", { tenant_id: ctx.tenantId, error }),
  );
}

/**
 * Whoever was locked out keeps on leaking mail while their forwarding runs, and no key works on an account that is shut: it is opened for the
 * one call, with a password that nobody knows, and shut again whatever happens. What fails in between is done again by the job at once.
 */
async function whileOpen(ctx: Ctx, account: Account, accountId: string, work: () => Promise<void>): Promise<void> {
  const { accounts } = ctx.engine.directory;
  const blocks = account.blocks.filter((block) => block !== "signIn");
  await accounts.ensure({ ...account, accountId, blocks, passwordHash: unknownHash() });
  try {
    await work();
  } finally {
    await accounts.ensure({ ...account, accountId });
  }
}
