import { z } from "zod";
import { Finding } from "./schema/findings";
import { DnsProviderId } from "./schema/provider";
import { Instant } from "~/lib/instant";

export const DomainState = z.enum([
  "pending_proof",
  "proven",
  "setting_up",
  "active",
  "attention",
  "broken",
  "proof_lost",
  "suspended",
  "releasing",
]);
export type DomainState = z.infer<typeof DomainState>;

export const RecordState = z.enum([
  "match",
  "match_inherited",
  "missing",
  "conflict",
  "stale",
  "unknown",
  "not_checked",
  "ignored",
]);
export type RecordState = z.infer<typeof RecordState>;

/** What to do about a record; each code is a sentence of the catalogue (`checks.advice_<code>`). */
export const AdviceCode = z.enum([
  "add",
  "name_doubled",
  "domain_not_found",
  "could_not_ask",
  "could_not_ask_why",
  "servers_disagree",
  "dnssec_broken",
  "value_quoted",
  "value_escaped",
  "value_odd_space",
  "proof_other",
  "proof_taken",
  "mx_not_switched",
  "mx_lost",
  "mx_split",
  "mx_backup",
  "mx_null",
  "mx_target_is_ip",
  "mx_target_is_alias",
  "mx_target_doubled",
  "spf_several",
  "spf_add_ours",
  "spf_syntax",
  "spf_after_all",
  "spf_loop",
  "spf_too_many",
  "spf_void",
  "spf_broken_include",
  "spf_plus_all",
  "spf_at_alias",
  "dkim_several",
  "dkim_revoked",
  "dkim_malformed",
  "dkim_truncated",
  "dkim_other_key",
  "dkim_wrong_use",
  "dkim_key_pending",
  "dkim_text_works",
  "dkim_text_in_the_way",
  "dmarc_several",
  "dmarc_malformed",
  "dmarc_inherited",
  "dmarc_report_not_mailto",
  "dmarc_report_unconfirmed",
  "alias_other",
  "alias_is_address",
  "service_other",
  "sts_several",
  "sts_malformed",
  "sts_other",
  "tls_rpt_malformed",
  "add_beside",
  "alias_in_the_way",
  "apex_alias",
  "wildcard_answers",
  "wildcard_match",
  "value_zone_line",
  "mx_implicit",
  "mx_at_alias",
  "mx_priority_in_name",
  "mx_parked",
  "mx_dead",
  "alias_doubled",
  "alias_proxied",
  "alias_is_our_address",
  "service_doubled",
  "service_fields_in_name",
  "service_port",
  "service_refused",
  "service_target_is_alias",
  "dkim_testing",
  "dkim_split",
  "dkim_case",
  "dkim_wrong_type",
  "tls_rpt_several",
  "spf_add_ours_dead",
  "spf_add_ours_full",
  "spf_ptr",
  "spf_partly_ours",
  "spf_ours_refused",
  "dmarc_unread",
]);
export type AdviceCode = z.infer<typeof AdviceCode>;

export const Advice = z.strictObject({ code: AdviceCode, vars: z.record(z.string(), z.string()) });
export type Advice = z.infer<typeof Advice>;

/** What to publish when the plain wanted value is not right as it stands, such as one SPF record merged out of two, and what to delete beside it. */
export const Fix = z.strictObject({
  value: z.string(),
  remove: z.array(z.strictObject({ name: z.string(), type: z.string(), value: z.string() })),
});
export type Fix = z.infer<typeof Fix>;

/** What the owner means to do with the domain; asked first, because it decides when its MX records are due. */
export const DomainIntent = z.enum(["move_now", "move_later", "send_only"]);
export type DomainIntent = z.infer<typeof DomainIntent>;

/** Whether the mail engine agrees with the panel; `none` before ownership is proven. */
export const Application = z.enum(["none", "pending", "applied", "failed"]);
export type Application = z.infer<typeof Application>;

export const DomainSummary = z.strictObject({
  id: z.uuid(),
  /** A-labels; `displayName` has U-labels. */
  name: z.string(),
  displayName: z.string(),
  state: DomainState,
  application: Application,
  requiredDone: z.int(),
  requiredTotal: z.int(),
  /** Whether mail comes here: the worst state of the MX records. */
  mailFlow: RecordState,
  /** Of the team, for the team. */
  note: z.string(),
  createdAt: Instant,
});
export type DomainSummary = z.infer<typeof DomainSummary>;

export const DomainRecord = z.strictObject({
  id: z.string(),
  purpose: z.enum(["proof", "spf", "dkim", "dmarc", "mx", "autoconfig", "service", "tls_rpt", "mta_sts"]),
  level: z.enum(["required", "switch", "recommended"]),
  shortName: z.string(),
  name: z.string(),
  type: z.enum(["TXT", "MX", "CNAME", "SRV"]),
  value: z.string(),
  ttlSeconds: z.int(),
  state: RecordState,
  found: z.array(z.string()),
  advice: Advice.nullable(),
  fix: Fix.nullable(),
  /** How long resolvers may still show what was found. */
  foundTtlSeconds: z.int().nullable(),
  checkedAt: Instant.nullable(),
});
export type DomainRecord = z.infer<typeof DomainRecord>;

export const DomainDetail = z.strictObject({
  ...DomainSummary.shape,
  applyError: z.string().nullable(),
  checkedAt: Instant.nullable(),
  nextCheckAt: Instant.nullable(),
  isChecking: z.boolean(),
  /** Not while the proof of ownership is in question. */
  canCancelCheck: z.boolean(),
  /** How far the look that is under way has come, in questions to DNS; null while that is not known. Answers may bring more questions. */
  checkProgress: z.strictObject({ asked: z.int(), open: z.int() }).nullable(),
  canPublishInTrial: z.boolean(),
  intent: DomainIntent.nullable(),
  /** Other tenants may not claim names below this one. */
  forbidsSubdomains: z.boolean(),
  /** Since when the proof of ownership is gone; null while it stands, or before it was given. */
  proofMissedSince: Instant.nullable(),
  /** Somebody else has proven the name: what is left is kept until then. */
  frozenUntil: Instant.nullable(),
  /** As they were last seen; empty before the first check and in a trial's own zone. */
  zone: z.string().nullable(),
  nameServers: z.array(z.string()),
  /** Where the DNS is managed, as the name servers tell; null where they are unknown. */
  provider: DnsProviderId.nullable(),
  findings: z.array(Finding),
  records: z.array(DomainRecord),
});
export type DomainDetail = z.infer<typeof DomainDetail>;

export const DomainRef = z.strictObject({ domainId: z.uuid() });
export type DomainRef = z.infer<typeof DomainRef>;

/** As a person types it: the server normalises and judges it. */
export const AddDomain = z.strictObject({
  name: z.string().trim().min(1).max(260),
  intent: DomainIntent.optional(),
  /** The name mixes alphabets as look-alikes do, and is meant so. */
  confirmsMixedScript: z.boolean().optional(),
});
export type AddDomain = z.infer<typeof AddDomain>;

/** An empty note is none. */
export const UpdateDomain = z.strictObject({ domainId: z.uuid(), note: z.string().trim().max(2000) });
export type UpdateDomain = z.infer<typeof UpdateDomain>;

/** What a domain should publish, and what DNS shows of it. */
export const DomainRecords = z.strictObject({ records: z.array(DomainRecord), checkedAt: Instant.nullable() });
export type DomainRecords = z.infer<typeof DomainRecords>;

export const ListDomains = z.strictObject({
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(50),
  state: DomainState.optional(),
  /** Part of the name. */
  search: z.string().trim().max(253).optional(),
});
export type ListDomains = z.infer<typeof ListDomains>;

/** `next` is the cursor of the following page, absent on the last. */
export const DomainPage = z.strictObject({
  domains: z.array(DomainSummary),
  next: z.uuid().optional(),
  /** Of all domains, whatever is asked for; states that no domain is in are absent. */
  counts: z.partialRecord(DomainState, z.int()),
  /** Up to ten that need somebody, worst first; on the first page of an unfiltered list only. */
  trouble: z.array(DomainSummary),
  /** This is a trial: names under `.test` can be added. */
  acceptsTestNames: z.boolean(),
});
export type DomainPage = z.infer<typeof DomainPage>;

export const Done = z.strictObject({});
export type Done = z.infer<typeof Done>;
