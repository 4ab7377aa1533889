import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { LookAtRecord, RecordSight } from "../../schema/sight";
import { platformNames } from "../platform-names";
import { type Briefly, createBriefly } from "./briefly";
import { concludeSight } from "./conclude-sight";
import { eyesFor, findVisible, patienceOf } from "./domain-eyes";
import { seeRecord } from "./see-record";

/** The page looks again every ten seconds. */
const keepMs = 8_000;
const lately: Briefly<RecordSight> = createBriefly(keepMs, 5000);

/**
 * What each name server of the zone and each public resolver shows of one wanted record, now, within six seconds. Throws `domain.not_found`, also for a record that
 * the domain does not need, and `request.too_many`.
 */
export async function lookAtRecord(ctx: Ctx, { domainId, recordId }: LookAtRecord): Promise<RecordSight> {
  const subject = await findVisible(ctx, domainId);
  const wanted = subject.wanted.find(({ id }) => id === recordId);
  if (!wanted) throw new AppError("domain.not_found");
  return lately(`${ctx.tenantId} ${domainId} ${recordId} ${wanted.value}`, async () => {
    await ctx.rateLimit("domain-sight.tenant", ctx.tenantId);
    const eyes = await eyesFor(ctx, subject);
    const judged = { domain: subject.domain.name, wanted: subject.wanted, platform: platformNames(ctx.platform) };
    const answers = await seeRecord(wanted, judged, { ...eyes, ...patienceOf(ctx, eyes) });
    return { recordId, ...concludeSight(answers), answers, lookedAt: ctx.now().toISOString() };
  });
}
