import type { Ctx, MemberCtx } from "~/server/context";
import { systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import { addDomain } from "../add-domain";
import { setIntent } from "../set-intent";
import { applyChange } from "./apply-change";
import { planChange } from "./plan-change";
import { runChange } from "./run-change";
import type { testCloudflare } from "./testing-cloudflare";

type Cloudflare = ReturnType<typeof testCloudflare>;

/** Services whose Cloudflare is the one of the test. */
export const withCloudflare = (services: Services, cloudflare: Cloudflare): Services => ({
  ...services,
  rateLimit: async () => {},
  platform: { ...services.platform, cloudflareUrl: cloudflare.url, allowsLoopbackTargets: true },
});

/** The context in which the worker does a change. */
export const asWorker = (services: Services, ctx: Ctx): Ctx =>
  systemContext(services, { job: "dns.change" }, ctx.tenantId);

/** A zone as mail providers leave it behind: their SPF, their mail servers, their old helpers, and things that are nobody's business here. */
export const usedZone = (name: string) => [
  { type: "A", name, content: "192.0.2.1", proxied: true },
  { type: "CNAME", name: `www.${name}`, content: name, proxied: true },
  { type: "TXT", name, content: '"v=spf1 ip4:192.0.2.80 ~all"' },
  { type: "TXT", name, content: '"some-site-verification=1"', comment: "of the shop" },
  { type: "MX", name, content: "mx.old.test", priority: 10 },
  { type: "CNAME", name: `autoconfig.${name}`, content: "setup.old.test", proxied: true, comment: "old" },
  { type: "CNAME", name: `autodiscover.${name}`, content: "autodiscover.outlook.com" },
];

/** A claimed domain with a zone at the test's Cloudflare. */
export async function domainAtCloudflare(
  ctx: MemberCtx,
  cloudflare: Cloudflare,
  records?: ReturnType<typeof usedZone>,
) {
  const name = `c${Bun.randomUUIDv7().slice(-12)}.test`;
  const { id: domainId } = await addDomain(ctx, { name });
  await setIntent(ctx, { domainId, intent: "move_now" });
  const { zone, token } = cloudflare.addZone(name, records ?? usedZone(name));
  const shown = () =>
    zone.records.map(({ name: at, type, content, priority, proxied, comment }) =>
      [at, type, priority ?? "", content, proxied ? "proxied" : "", comment ?? ""].join(" ").trim(),
    );
  return { domainId, name, zone, token, shown };
}

/** Plans, begins and does a change. */
export async function changeDns(
  services: Services,
  ctx: MemberCtx,
  { domainId, token }: { domainId: string; token: string },
  { movesMail = false, keepsToken = false } = {},
) {
  const plan = await planChange(ctx, { domainId, token, movesMail });
  await applyChange(ctx, { domainId, changeId: plan.changeId, token, keepsToken });
  await runChange(asWorker(services, ctx), { domainId, changeId: plan.changeId });
  return plan;
}
