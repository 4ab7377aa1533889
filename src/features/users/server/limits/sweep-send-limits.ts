import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import type { EngineThrottle } from "~/engine/engine-directory";
import type { Services } from "~/server/services";
import { throttledDomains } from "./throttled-domains";
import { domainOfThrottle, throttlePrefix, throttlesOf } from "./throttles-of";

const pageSize = 500;

/**
 * Finds domains whose limits are not in the mail server as they should be: new ones, renamed people, changed plans, a server that was
 * restored. Those of domains that are gone are taken away there.
 */
export async function sweepSendLimits({ db, engine }: Services): Promise<void> {
  const present = await readThrottles(engine.directory.throttles);
  const wanted = await inScope(db, { sweep: true }, (tx) => throttledDomains(tx));
  const due = wanted.filter((domain) => !isSame(throttlesOf(domain), present.get(domain.id) ?? []));
  if (due.length > 0)
    await inScope(db, { sweep: true }, async (tx) => {
      for (const { id, tenantId } of due) await enqueue(tx, "limits.apply", { tenantId, domainId: id }, { key: id });
    });
  const kept = new Set(wanted.map(({ id }) => id));
  for (const domainId of present.keys())
    if (!kept.has(domainId))
      await engine.directory.throttles.replace({ prefix: throttlePrefix(domainId), throttles: [] });
}

async function readThrottles(
  throttles: Services["engine"]["directory"]["throttles"],
): Promise<Map<string, EngineThrottle[]>> {
  const byDomain = new Map<string, EngineThrottle[]>();
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await throttles.list({ after, limit: pageSize });
    for (const throttle of page.throttles) {
      const domainId = domainOfThrottle(throttle.name);
      if (domainId) byDomain.set(domainId, [...(byDomain.get(domainId) ?? []), throttle]);
    }
    after = page.next;
  }
  return byDomain;
}

const byName = (a: EngineThrottle, b: EngineThrottle) => (a.name < b.name ? -1 : 1);
const isSame = (a: EngineThrottle[], b: EngineThrottle[]) => Bun.deepEquals(a.toSorted(byName), b.toSorted(byName));
