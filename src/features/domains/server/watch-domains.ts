import type { MemberCtx } from "~/server/context";
import type { DomainChange } from "../schema";

/** Says which domain of the tenant changed, until the page goes away or the member's session ends. Carries no data. */
export async function* watchDomains(ctx: MemberCtx, signal: AbortSignal): AsyncGenerator<DomainChange> {
  for await (const { topic, subjectId } of ctx.events.subscribe(ctx.tenantId, signal)) {
    if (topic === "session" && subjectId === ctx.actor.sessionId) return;
    if (topic === "domain" && subjectId) yield { domainId: subjectId };
  }
}
