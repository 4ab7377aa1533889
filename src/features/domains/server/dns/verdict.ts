import type { DnsAnswer, RecordType } from "./dns-answer";
import type { PlatformNames, WantedRecord } from "./record-set";

/** What to do, as a key of the catalogue of sentences. */
export type AdviceCode =
  | "add"
  | "name_doubled"
  | "domain_not_found"
  | "could_not_ask"
  | "value_quoted"
  | "value_escaped"
  | "value_odd_space"
  | "proof_other"
  | "mx_not_switched"
  | "mx_split"
  | "mx_backup"
  | "mx_null"
  | "mx_target_is_ip"
  | "mx_target_is_alias"
  | "mx_target_doubled"
  | "spf_several"
  | "spf_add_ours"
  | "spf_syntax"
  | "spf_after_all"
  | "spf_loop"
  | "spf_too_many"
  | "spf_void"
  | "spf_broken_include"
  | "spf_plus_all"
  | "spf_at_alias"
  | "dkim_several"
  | "dkim_revoked"
  | "dkim_malformed"
  | "dkim_truncated"
  | "dkim_other_key"
  | "dkim_wrong_use"
  | "dmarc_several"
  | "dmarc_malformed"
  | "dmarc_inherited"
  | "dmarc_report_not_mailto"
  | "dmarc_report_unconfirmed"
  | "alias_other"
  | "alias_is_address"
  | "service_other"
  | "sts_several"
  | "sts_malformed"
  | "sts_other"
  | "tls_rpt_malformed";

export type Advice = { code: AdviceCode; vars: Record<string, string> };

/** `match` with advice works but deserves a look. `stale` is well formed but somebody else's; `unknown` says nothing about the record at all. */
export type Verdict = {
  state: "match" | "match_inherited" | "missing" | "conflict" | "stale" | "unknown";
  found: string[];
  advice: Advice | null;
};

/** What a comparison may look at: the domain, its whole record set, the platform, and answers that were gathered before. */
export type Comparison = {
  domain: string;
  wanted: WantedRecord[];
  platform: PlatformNames;
  ask(name: string, type: RecordType): DnsAnswer;
};

export const verdict = (
  state: Verdict["state"],
  found: string[],
  code?: AdviceCode,
  vars: Record<string, string> = {},
): Verdict => ({
  state,
  found,
  advice: code ? { code, vars } : null,
});
