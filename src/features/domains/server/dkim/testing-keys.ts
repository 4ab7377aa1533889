import type { MemberCtx } from "~/server/context";
import type { Services } from "~/server/services";
import { testMember } from "~/server/testing";
import { activeDomain, runDomainJobs } from "../testing-domains";
import { listKeys } from "./list-keys";
import { rotateKeys } from "./rotate-keys";

export const dayMs = 86_400_000;
export const minuteMs = 60_000;
export const rsa = "rsa-sha256" as const;

/** The same services, that many milliseconds later. */
export const later = <T extends Services>(from: T, ms: number): T => ({
  ...from,
  now: () => new Date(Date.now() + ms),
});

/** An active domain of a tenant of its own, what the worker does for its keys, and where they stand. */
export async function domainWithKeys(services: Services, name: string) {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, name);
  return { ctx, domainId, ...keysOf(services, ctx, { domainId, name }) };
}

export function keysOf(services: Services, ctx: MemberCtx, { domainId, name }: { domainId: string; name: string }) {
  return {
    async work(ms = 0): Promise<void> {
      await rotateKeys(later(ctx, ms), { domainId });
      await runDomainJobs(later(services, ms), later(ctx, ms), domainId);
    },
    /** Stages by selector, as the panel shows them. */
    stages: async () =>
      Object.fromEntries((await listKeys(ctx, { domainId })).keys.map(({ selector, stage }) => [selector, stage])),
    /** The same in the mail engine. */
    engineStages: async () =>
      Object.fromEntries(
        (await services.engine.directory.dkim.list(name)).map(({ selector, stage }) => [selector, stage]),
      ),
  };
}
