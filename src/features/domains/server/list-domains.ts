import { and, count, eq, gt, ilike, inArray, sql } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { domainToASCII } from "node:url";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { DomainPage, DomainState, ListDomains } from "../schema";
import { loadSubjects } from "./domain-subject";
import { summarise } from "./domain-view";

/** Worst first. */
const troubled: DomainState[] = ["broken", "proof_lost", "suspended", "attention"];
const maxTroubled = 10;

/** `%` and `_` stand for themselves; a name with umlauts is looked for as it is kept. */
const partOfName = (search: string) =>
  ilike(domains.name, `%${(domainToASCII(search) || search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);

/**
 * The tenant's domains within the caller's reach, oldest first; ids are UUIDv7 and so carry the order. How many there are in each state, and which
 * need somebody, comes along: five queries, however many domains.
 */
export async function listDomains(ctx: Ctx, { after, limit, state, search }: ListDomains): Promise<DomainPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const own = and(eq(domains.tenantId, ctx.tenantId), withinReach(ctx, domains.id));
  const asked = [
    after ? gt(domains.id, after) : undefined,
    state ? eq(domains.state, state) : undefined,
    search ? partOfName(search) : undefined,
  ];
  const isPlain = asked.every((condition) => condition === undefined);
  return ctx.tx(async (tx) => {
    const rows = await tx
      .select()
      .from(domains)
      .where(and(own, ...asked))
      .orderBy(domains.id)
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const counted = await tx
      .select({ state: domains.state, count: count() })
      .from(domains)
      .where(own)
      .groupBy(domains.state);
    const rank = sql`array_position(${sql.param(`{${troubled.join(",")}}`)}::text[], ${domains.state})`;
    const trouble = isPlain
      ? await tx
          .select()
          .from(domains)
          .where(and(own, inArray(domains.state, troubled)))
          .orderBy(rank, domains.id)
          .limit(maxTroubled)
      : [];
    const summaries = (await loadSubjects(tx, ctx, [...page, ...trouble])).map(summarise);
    return {
      domains: summaries.slice(0, page.length),
      trouble: summaries.slice(page.length),
      counts: Object.fromEntries(counted.map((one) => [one.state, one.count])),
      acceptsTestNames: ctx.platform.trialZone !== null,
      ...(rows.length > limit ? { next: page.at(-1)?.id } : {}),
    };
  });
}
