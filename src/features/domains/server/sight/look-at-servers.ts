import type { Ctx } from "~/server/context";
import type { DomainRef } from "../../schema";
import type { SightServers } from "../../schema/sight";
import { type Briefly, createBriefly } from "./briefly";
import { eyesFor, findVisible, patienceOf } from "./domain-eyes";
import { seeServers } from "./see-servers";

/** The page looks again every ten seconds. */
const keepMs = 8_000;
const lately: Briefly<SightServers> = createBriefly(keepMs);

/** Who answers for a domain, and whether its servers agree about their version of the zone. Throws `domain.not_found` and `request.too_many`. */
export async function lookAtServers(ctx: Ctx, { domainId }: DomainRef): Promise<SightServers> {
  const subject = await findVisible(ctx, domainId);
  return lately(`${ctx.tenantId} ${domainId}`, async () => {
    await ctx.rateLimit("domain-sight.tenant", ctx.tenantId);
    const eyes = await eyesFor(ctx, subject);
    const { authority, resolve, sources, isTrial } = eyes;
    return {
      ...{ zone: authority?.zone ?? null, isTrial },
      servers: authority ? await seeServers(authority, resolve, patienceOf(ctx, eyes)) : [],
      resolvers: sources.flatMap(({ from, name }) => (from === "resolver" ? [name] : [])),
      lookedAt: ctx.now().toISOString(),
    };
  });
}
