import type { Transaction } from "../../../../../db/client";
import { EngineError } from "~/engine/engine-error";
import type { MailEngine } from "~/engine/mail-engine";
import type { Ctx } from "~/server/context";
import type { PageEvent } from "~/server/events";

const refuse = () => Promise.reject(new EngineError("unavailable", "the job that follows does it"));
const everyCall = new Proxy({}, { get: () => refuse });
/** Nothing outside is waited for while the transaction is open: what verbs would do at once is done by the jobs they enqueue. */
const postponedEngine = {
  directory: new Proxy({}, { get: () => everyCall }),
  forUser: () => new Proxy({}, { get: () => everyCall }),
  check: refuse,
} as unknown as MailEngine;

/** A context whose transactions are savepoints of `tx`; `told` collects what its verbs publish, for after the commit. */
export function withinRun(ctx: Ctx, tx: Transaction, told: PageEvent[]): Ctx {
  return {
    ...ctx,
    tx: (work) => tx.transaction(work),
    events: { ...ctx.events, publish: (event) => void told.push(event) },
    engine: postponedEngine,
    // Verbs warn of what they could not do at once.
    log: { ...ctx.log, warn: ctx.log.debug },
  };
}
