import type { DnsAnswer, RecordType } from "./dns-answer";
import { normaliseName } from "./dns-answer";
import { gatherVerdicts } from "./gather-answers";
import { type PlatformNames, recordSet } from "./record-set";
import type { Verdict } from "./verdict";

/** What tests publish: name → `TYPE value`; `TYPE !` is a server that fails. Names above one that is there exist. */
export type Published = Record<string, string[]>;

/** Answers from what is published, at once. */
export function askPublished(published: Published) {
  const names = Object.keys(published);
  return function ask(name: string, type: RecordType): DnsAnswer {
    const entries = (published[normaliseName(name)] ?? []).filter((entry) => entry.startsWith(`${type} `));
    if (entries.includes(`${type} !`)) return { status: "unknown", reason: "ESERVFAIL" };
    const records = entries.map((entry) => entry.slice(type.length + 1));
    if (records.length > 0) return { status: "found", records, ttlSeconds: 60, aliases: [], authenticated: false };
    const exists = names.some((known) => known === normaliseName(name) || known.endsWith(`.${normaliseName(name)}`));
    return { status: "absent", reason: exists ? "ENODATA" : "ENOTFOUND", aliases: [], authenticated: false };
  };
}

export const testPlatform: PlatformNames = {
  mxHosts: ["mx1.mailhost.test"],
  spf: { include: "spf.mailhost.test" },
  mailHost: "mail.mailhost.test",
  autoconfigHost: "mail.mailhost.test",
  reportsAddress: "dmarc@reports.mailhost.test",
};

/** The verdict on one record of a domain, as a check reaches it. */
export async function verdictOn(purpose: string, published: Published, domain = "acme.test"): Promise<Verdict> {
  const wanted = recordSet(
    { name: domain, proofToken: "0123456789abcdef0123456789abcdef", dkimKeys: [] },
    testPlatform,
  );
  const ask = askPublished(published);
  const { verdicts } = await gatherVerdicts({ domain, wanted, platform: testPlatform }, async (name, type) =>
    ask(name, type),
  );
  const verdict = verdicts.get(wanted.find((record) => record.purpose === purpose)?.id ?? "");
  if (!verdict) throw new Error(`no record for ${purpose}`);
  return verdict;
}
