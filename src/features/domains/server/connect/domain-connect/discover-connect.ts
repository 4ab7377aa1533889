import { getDomain } from "tldts";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";
import type { DiscoverConnect, DiscoveredConnect } from "../../../schema/connect";
import { recordsOf } from "../../domain-view";
import { resolverOf } from "../../platform-names";
import { findOpenSubject } from "../find-open-subject";
import { applyLink } from "./apply-link";
import { findSettings, knowsTemplate } from "./find-settings";
import { templateId } from "./template";
import { templateValues } from "./template-values";

/**
 * Whether the domain's DNS provider can publish our records on a press (Domain Connect), and the signed link to its page where that is confirmed. There is
 * no link where the provider does not know our template, where this installation has no key to sign with, or where nothing is left to publish.
 * Throws `domain.not_found`, `request.too_many`.
 */
export async function discoverConnect(ctx: Ctx, { domainId, movesMail }: DiscoverConnect): Promise<DiscoveredConnect> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.rateLimit("dns-discover.tenant", ctx.tenantId);
  const subject = await ctx.tx((tx) => findOpenSubject(tx, ctx, domainId));
  const { name, zone: seen, intent } = subject.domain;
  const { platform } = ctx;
  const source = { resolve: resolverOf(platform), rules: targetRulesOf(platform) };
  const zone = seen ?? getDomain(name, { allowPrivateDomains: true }) ?? name;
  const settings = await findSettings(zone, source);
  if (!settings) return { domainConnect: null };

  const { providerName, urlSyncUX } = settings;
  const connect = platform.domainConnect;
  const isSupported =
    connect !== null && urlSyncUX !== null && (await knowsTemplate(settings, templateId(connect), source));
  const { groups, values } = templateValues(recordsOf(subject), { movesMail: movesMail && intent === "move_now" });
  if (!isSupported || groups.length === 0) return { domainConnect: { providerName, isSupported, url: null } };
  const host = name === zone ? "" : name.slice(0, -zone.length - 1);
  const redirectUri = `${platform.appUrl}/admin/domains/${domainId}/connect`;
  const url = applyLink(connect, { urlSyncUX, zone, host, groups, values, redirectUri });
  return { domainConnect: { providerName, isSupported, url } };
}
