import type { DomainIntent } from "../../../schema";
import type { RecordType } from "../dns-answer";
import type { Source } from "../../sight/ask-source";
import { concludeSight } from "../../sight/conclude-sight";
import { seeRecord } from "../../sight/see-record";
import type { PolicyFetcher } from "../find-foreign-policy";
import type { Observation } from "../gather-answers";
import { observeDomain } from "../observe-domain";
import { type PlatformNames, recordSet, type WantedRecord } from "../record-set";
import { createResolver } from "../resolver";
import type { LyingWorld } from "../testing-lying-world";
import type { LyingRecords, LyingValue } from "../testing-lying-zone";
import type { Verdict } from "../verdict";

export const platform: PlatformNames = {
  mxHosts: ["mx1.mailhost.org"],
  spf: { include: "_spf.mailhost.org" },
  mailHost: "mail.mailhost.org",
  autoconfigHost: "mail.mailhost.org",
  reportsAddress: "dmarc@reports.mailhost.org",
  mtaStsId: "20261101",
};
export const publicKey = `MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A${"Ab3+xYz9".repeat(45)}`;
const keys = [{ selector: "dm1", algorithm: "rsa-sha256", publicKey }];
const ourAddress = "198.51.100.10";

export const wantedOf = (name: string, intent: DomainIntent | null = null): WantedRecord[] =>
  recordSet({ name, proofToken: "0123456789abcdef0123456789abcdef", dkimKeys: keys, intent }, platform);

/** Publishes our own hosts, to which customers' records lead. */
export function publishPlatform(world: LyingWorld): void {
  world.publish("mailhost.org", {
    "mx1.mailhost.org": { A: [ourAddress] },
    "mail.mailhost.org": { A: [ourAddress] },
    "_spf.mailhost.org": { TXT: [`v=spf1 ip4:${ourAddress} -all`] },
    "*._report._dmarc.reports.mailhost.org": { TXT: ["v=DMARC1"] },
  });
}

/** What `domain` should publish, all of it in place. */
export function goodRecords(domain: string): LyingRecords {
  const records: LyingRecords = {};
  for (const { name, type, value } of wantedOf(domain)) {
    const here = (records[name] ??= {});
    (here[type] ??= []).push(value);
  }
  return records;
}

type Change = Record<string, Partial<Record<RecordType, LyingValue[]>> | null>;

/** Publishes `domain` with all its records in place, but for `change`: by full name, `null` for nothing at all there. */
export function publishBut(world: LyingWorld, domain: string, change: Change): void {
  const records = goodRecords(domain);
  for (const [name, types] of Object.entries(change)) {
    if (types) records[name] = { ...records[name], ...types };
    else delete records[name];
  }
  world.publish(domain, records);
}

export type Look = Observation & {
  of(recordId: string): Verdict;
  /** Code of the advice on a record, or its state where there is none. */
  says(recordId: string): string;
  /** Codes of the findings. */
  finds: string[];
};

/** One check of `domain`, from the questions that go out to the verdicts. */
export async function look(
  world: LyingWorld,
  domain: string,
  {
    intent = null,
    fetchPolicy,
    timeoutMs = 1000,
  }: { intent?: DomainIntent | null; fetchPolicy?: PolicyFetcher; timeoutMs?: number } = {},
): Promise<Look> {
  const wanted = wantedOf(domain, intent);
  const resolve = await world.resolverFor(domain, { timeoutMs });
  const outside = createResolver({ servers: [world.resolver], tries: 1, timeoutMs });
  const observation = await observeDomain({ domain, wanted, platform }, { resolve, outside, fetchPolicy });
  const of = (recordId: string): Verdict => {
    const found = observation.verdicts.get(recordId);
    if (!found) throw new Error(`no such record: ${recordId}`);
    return found;
  };
  return {
    ...{ ...observation, of, finds: observation.findings.map(({ code }) => code) },
    says: (recordId) => of(recordId).advice?.code ?? of(recordId).state,
  };
}

/** Who sees a record: each name server and the resolver, one by one. */
export async function see(world: LyingWorld, domain: string, recordId: string) {
  const wanted = wantedOf(domain);
  const record = wanted.find(({ id }) => id === recordId)!;
  const address = ({ host, port }: { host: string; port: number }) => ({ host, port });
  const sources: Source[] = [
    ...world.nameServers.map((server, at) => ({
      ...{ from: "zone" as const, name: `ns${at + 1}.${domain}`, address: address(server) },
    })),
    { from: "resolver", name: world.resolver.host, address: address(world.resolver) },
  ];
  const eyes = { sources, resolve: await world.resolverFor(domain), zone: domain, timeoutMs: 500 };
  const answers = await seeRecord(record, { domain, wanted, platform }, eyes);
  return { ...concludeSight(answers), answers };
}
