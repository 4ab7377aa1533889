import { testServices } from "~/server/testing";
import type { Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { getDomain } from "../../get-domain";
import { runDomainJobs } from "../../testing-domains";
import { type LyingWorld, startLyingWorld } from "../testing-lying-world";
import type { LyingRecords } from "../testing-lying-zone";

/** An installation that asks a small internet of its own, whose servers can be told to lie. */
export async function claimsInLyingWorld() {
  const world = await startLyingWorld();
  const { services: usual, owner, smtpPort } = await testServices();
  const dnsServers = [`${world.resolver.host}:${world.port}`];
  const services: Services = { ...usual, platform: { ...usual.platform, dnsServers } };
  return { world, services, owner, smtpPort };
}

/** What the panel tells to publish for a domain. */
export async function recordsOf(ctx: Ctx, domainId: string): Promise<LyingRecords> {
  const records: LyingRecords = {};
  for (const { name, type, value } of (await getDomain(ctx, { domainId })).records) {
    const here = (records[name] ??= {});
    (here[type] ??= []).push(value);
  }
  return records;
}

/** Publishes all that the panel tells to publish, and lets the jobs run that follow. */
export async function publishAndCheck(
  world: LyingWorld,
  services: Services,
  ctx: Ctx,
  { id, name }: { id: string; name: string },
): Promise<void> {
  world.publish(name, await recordsOf(ctx, id));
  await runDomainJobs(services, ctx, id);
}
