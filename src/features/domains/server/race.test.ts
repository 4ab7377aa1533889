import { eq, inArray } from "drizzle-orm";
import { expect, setDefaultTimeout, test } from "bun:test";
import { domains, tenants } from "../../../../db/schema";
import { appRouter } from "~/router";
import type { Context } from "~/server/context";
import { anonymousContext, testMember, testServices } from "~/server/testing";
import { createCallerFactory } from "~/server/trpc";
import { publishPlatformZone } from "./publish-platform-zone";
import { publishZone, removeZone } from "./dns/zone-files";
import { cheapClaim, wantedIn } from "./testing-claims";
import { runDomainJobs } from "./testing-domains";

setDefaultTimeout(60_000);

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const zoneDir = services.platform.trialZone?.dataDir ?? "";
const callerOf = createCallerFactory(appRouter);

const races = 200;
const atOnce = 4;

async function racer(name: string) {
  const member = await testMember(services);
  await world.owner.update(tenants).set({ name }).where(eq(tenants.id, member.ctx.tenantId));
  return { ...member, tenantName: name };
}
type Racer = Awaited<ReturnType<typeof racer>>;
type Claim = Awaited<ReturnType<typeof cheapClaim>>;

/** What a member's pages show of a domain, or everything that they can be told of it, which takes longer. */
async function answersTo(context: Context, domainId: string, { isThorough }: { isThorough: boolean }): Promise<string> {
  const { domains: api } = callerOf(context);
  const shown = await Promise.all([
    ...[api.get({ domainId }), api.list({ limit: 100 }), api.history.list({ domainId, limit: 50 })],
  ]);
  if (!isThorough) return JSON.stringify(shown);
  const share = await api.share.create({ domainId, days: 1 });
  const token = share.url.split("#")[1] ?? "";
  const more = [
    await Promise.all([api.records({ domainId }), api.zoneFile({ domainId }), api.dkim.list({ domainId })]),
    await Promise.all([api.sight.servers({ domainId }), api.sight.record({ domainId, recordId: "spf" })]),
    await Promise.all([api.share.list({ domainId, limit: 20 }), api.alerts.recipients()]),
    await callerOf(anonymousContext(services)).domains.share.read({ token }),
  ];
  return JSON.stringify([shown, more]);
}

/** What only the winner's own side knows; what stands in DNS for all to see is not among it. */
const secretsOf = ({ ctx, tenantName }: Racer, { id, proofToken, publicKey }: Claim): string[] => [
  ...[id, proofToken, publicKey, tenantName, ctx.tenantId],
  ...[ctx.actor.memberId, ctx.actor.personId, ctx.actor.email],
];

test("of two tenants who race for a name, two hundred times, one gets it each time, and the other learns nothing of who did", async () => {
  await publishPlatformZone(services.platform);
  const racers = [await racer("Harbour Bakery"), await racer("Glass Mountain")] as const;
  const wins = [0, 0];
  const leaks: string[] = [];

  async function race(at: number): Promise<void> {
    const name = `race-${at}.test`;
    const claims = await Promise.all(racers.map(({ ctx }) => cheapClaim(ctx, name)));
    const own = await Promise.all(racers.map(({ ctx }, who) => wantedIn(ctx, claims[who]!.id)));
    const shared = own[0]!.filter(({ name: record }) => !/^(_deftmail|dm\d)\b/.test(record));
    const proofs = own.flat().filter(({ name: record }) => record.startsWith("_deftmail."));
    await publishZone(zoneDir, name, [...proofs, ...shared]);
    const order = at % 2 ? [1, 0] : [0, 1];
    await Promise.all(order.map((who) => runDomainJobs(services, racers[who]!.ctx, claims[who]!.id)));

    const ids = claims.map(({ id }) => id);
    const rows = await world.owner.select().from(domains).where(inArray(domains.id, ids));
    const proven = rows.filter(({ provenAt }) => provenAt !== null);
    expect(proven.length).toBe(1);
    const winner = proven[0]?.id === ids[0] ? 0 : 1;
    wins[winner] = wins[winner]! + 1;
    expect(rows.find(({ id }) => id === ids[1 - winner])).toMatchObject({ state: "pending_proof", appliedRevision: 0 });
    expect(await services.engine.directory.domains.find(name)).not.toBeNull();

    const told = await answersTo(racers[1 - winner]!.context, ids[1 - winner]!, { isThorough: at % 10 === 0 });
    expect(told).toContain("proof_taken");
    leaks.push(...secretsOf(racers[winner]!, claims[winner]!).filter((secret) => told.includes(secret)));
    await removeZone(zoneDir, name);
    await world.owner.delete(domains).where(inArray(domains.id, ids));
    await services.engine.directory.domains.remove(name);
  }

  const left = Array.from({ length: races }, (_, at) => at);
  const runner = async () => {
    for (let at = left.shift(); at !== undefined; at = left.shift()) await race(at);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  expect(leaks).toEqual([]);
  expect(wins[0]! + wins[1]!).toBe(races);
  expect(Math.min(...wins)).toBeGreaterThan(0);
});
