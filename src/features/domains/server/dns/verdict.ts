import type { AdviceCode, Fix } from "../../schema";
import type { DnsAnswer, RecordType } from "./dns-answer";
import type { PlatformNames, WantedRecord } from "./record-set";

export type Advice = { code: AdviceCode; vars: Record<string, string> };

/** `match` with advice works but deserves a look. `stale` is well formed but somebody else's; `unknown` says nothing about the record at all. */
export type Verdict = {
  state: "match" | "match_inherited" | "missing" | "conflict" | "stale" | "unknown";
  found: string[];
  advice: Advice | null;
  /** Absent: publishing the wanted value is all there is to do. */
  fix?: Fix;
  /** How long resolvers may keep what was found. */
  ttlSeconds?: number;
};

/** What a comparison may look at: the domain, its whole record set, the platform, and answers that were gathered before. */
export type Comparison = {
  domain: string;
  wanted: WantedRecord[];
  platform: PlatformNames;
  ask(name: string, type: RecordType): DnsAnswer;
  /** Only `wanted` is of interest: nothing is sought beyond it. */
  isPartial?: boolean;
};

export const verdict = (
  state: Verdict["state"],
  found: string[],
  code?: AdviceCode,
  vars: Record<string, string> = {},
  fix?: Fix,
): Verdict => ({
  state,
  found,
  advice: code ? { code, vars } : null,
  ...(fix && { fix }),
});

/** Publish the wanted value, and delete `values` where they were found: at the same name unless `at` says otherwise. */
export const replacing = (wanted: WantedRecord, values: string[], at: Partial<Fix["remove"][number]> = {}): Fix => ({
  value: wanted.value,
  remove: values.map((value) => ({ name: wanted.name, type: wanted.type, value, ...at })),
});
