import type { Finding } from "../../schema/findings";
import { findForeignPolicy, type PolicyFetcher } from "./find-foreign-policy";
import { gatherVerdicts, type Observation, type OnRound } from "./gather-answers";
import type { Resolver } from "./resolver";
import { type Comparison, verdict } from "./verdict";

export type Senses = {
  /** The domain's own servers first. */
  resolve: Resolver;
  /** What everybody else is told: a resolver that may validate. Absent where the whole world is one server. */
  outside?: Resolver;
  fetchPolicy?: PolicyFetcher;
  /** Hears how far the look is, and may stop it. */
  onRound?: OnRound;
};

/**
 * All that can be known about a domain from outside: verdicts and findings out of DNS, whether its signatures hold, and the policy file that it may have
 * elsewhere. While signatures do not hold, nothing that its servers say is believed, for better or worse: whoever validates hears nothing.
 */
export async function observeDomain(
  subject: Omit<Comparison, "ask">,
  { resolve, outside, fetchPolicy, onRound }: Senses,
): Promise<Observation> {
  const [gathered, apex, policies] = await Promise.all([
    gatherVerdicts(subject, resolve, onRound),
    outside?.(subject.domain, "SOA"),
    fetchPolicy && !subject.isPartial ? findForeignPolicy(subject, resolve, fetchPolicy) : [],
  ]);
  const findings = [...policies, ...gathered.findings];
  if (apex?.status !== "unknown" || apex.reason !== "EDNSSEC") return { ...gathered, findings };
  const broken: Finding = { code: "dnssec_broken", kind: "warning", vars: { name: subject.domain }, record: null };
  const verdicts = [...gathered.verdicts].map(
    ([id, { found }]) => [id, verdict("unknown", found, "dnssec_broken")] as const,
  );
  return { verdicts: new Map(verdicts), findings: [broken, ...findings] };
}
