import type { Resolver } from "../../features/domains/server/dns/resolver";
import { resolverOf } from "../../features/domains/server/platform-names";
import type { Platform } from "../services";

/** What may be called on this installation, and who says where names lead. */
export type TargetRules = {
  resolve: Resolver;
  allowsHttp: boolean;
  /** Also addresses and ports of this machine's loopback: for trying out only, see `LOOPBACK_TARGETS`. */
  allowsLoopback: boolean;
  /** The installation's own names: it does not call itself for others. */
  ownHosts: string[];
};

/** Outside of the trial only https is spoken with strangers. */
export const targetRulesOf = (platform: Platform): TargetRules => ({
  resolve: resolverOf(platform),
  allowsHttp: platform.trialZone !== null,
  allowsLoopback: platform.allowsLoopbackTargets ?? false,
  ownHosts: [new URL(platform.appUrl).hostname, platform.mailHost, platform.spfHost],
});
