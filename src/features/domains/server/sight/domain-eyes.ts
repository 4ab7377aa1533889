import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { Resolver } from "../dns/resolver";
import { type Authority, parseServerAddress } from "../dns/server-address";
import { type DomainSubject, findSubject } from "../domain-subject";
import { deskOf, resolverFor, resolverOf } from "../platform-names";
import type { Source } from "./ask-source";
import { type Briefly, createBriefly } from "./briefly";
import { within } from "./within";

/** Through whose eyes one domain is looked at. */
export type DomainEyes = { authority: Authority | null; resolve: Resolver; sources: Source[]; isTrial: boolean };

const keepMs = 20_000;
/** After that the public resolvers are asked, whoever answers for the zone. */
const maxMs = 4_000;
const known: Briefly<DomainEyes> = createBriefly(keepMs);

/** The domain, for whoever may look at it. Throws `domain.not_found`. */
export async function findVisible(ctx: Ctx, domainId: string): Promise<DomainSubject> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
  if (!subject) throw new AppError("domain.not_found");
  return subject;
}

/** Finds out who is to be asked; the same again for twenty seconds. In a trial its zone server stands for all. */
export const eyesFor = (ctx: Ctx, { domain }: DomainSubject): Promise<DomainEyes> =>
  known(`${ctx.tenantId} ${domain.id}`, async () => {
    const { trialZone, publicResolvers } = ctx.platform;
    const blind = { authority: null, resolve: resolverOf(ctx.platform) };
    const { authority, resolve } = await within(
      maxMs,
      resolverFor(domain.name, ctx.platform, domain.nameServers),
      blind,
    );
    if (trialZone && domain.name.endsWith(".test")) {
      const trial: Source = { from: "trial", name: "", address: parseServerAddress(trialZone.server) };
      return { authority, resolve, sources: [trial], isTrial: true };
    }
    const own = (authority?.servers ?? []).map(({ name, host, port }): Source => ({
      from: "zone",
      name,
      address: { host, port },
    }));
    const others = publicResolvers.map((text): Source => ({
      from: "resolver",
      name: text,
      address: parseServerAddress(text),
    }));
    return { authority, resolve, sources: [...own, ...others], isTrial: false };
  });

/** How an answer's wait for its turn and for the server are limited. */
export const patienceOf = (ctx: Ctx, eyes: DomainEyes) => ({
  ...{ zone: eyes.authority?.zone ?? "", zoneRate: deskOf(ctx.platform).zoneRate },
});
