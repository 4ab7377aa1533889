import type { Ctx } from "~/server/context";
import { dkimText } from "../dns/dkim-key";
import { replaceTexts } from "../dns/dns-update";
import { DnsUpdateError } from "../dns/dns-update-error";
import { publishZone, removeZone } from "../dns/zone-files";
import { type DkimKeyRow, findSubject } from "../domain-subject";
import { keyNamesOf } from "./key-aliases";

/** Of what receivers may remember of a key in our own zone. */
const ttlSeconds = 300;
const maxRounds = 3;

type NamedText = { name: string; value: string | null };

const textsOf = (zone: string, domainId: string, keys: DkimKeyRow[]): NamedText[] =>
  keyNamesOf(zone, domainId).map(({ selector, name }) => {
    const key = keys.find((one) => one.selector === selector && one.stage !== "retired");
    return { name, value: key ? dkimText(key) : null };
  });

/** All names of one domain at once. Under `.test` each name is a zone of its own, so that no two domains write one file. */
async function writeTexts({ platform }: Ctx, texts: NamedText[]): Promise<void> {
  const { dkimZone, trialZone } = platform;
  if (dkimZone?.update) return replaceTexts(dkimZone.update, { zone: dkimZone.name, texts, ttlSeconds });
  if (!trialZone || !dkimZone?.name.endsWith(".test")) throw new Error("the zone for signing keys cannot be changed");
  for (const { name, value } of texts)
    if (value === null) await removeZone(trialZone.dataDir, name);
    else await publishZone(trialZone.dataDir, name, [{ name, type: "TXT", value, ttlSeconds: 5 }]);
}

/**
 * Publishes the keys of a proven domain in the operator's zone and withdraws those that are over; nothing where there is no such zone. Keys that
 * change meanwhile are published too. Rejects with `DnsUpdateError`.
 */
export async function publishKeys(ctx: Ctx, domainId: string): Promise<void> {
  const zone = ctx.platform.dkimZone?.name;
  if (!zone) return;
  let written = "";
  for (let round = 0; round < maxRounds; round++) {
    const subject = await ctx.tx((tx) => findSubject(tx, ctx, domainId));
    if (!subject?.domain.provenAt) return;
    const texts = textsOf(zone, domainId, subject.keys);
    const print = JSON.stringify(texts);
    if (print === written) return;
    await writeTexts(ctx, texts);
    written = print;
  }
}

/**
 * Takes back everything that the operator's zone has for a domain that is let go. A zone that cannot be changed now holds nobody up: what stays behind are
 * public halves under names that nobody's mail is signed with any more; the log tells.
 */
export async function withdrawKeys(ctx: Ctx, domainId: string): Promise<void> {
  const zone = ctx.platform.dkimZone?.name;
  if (!zone) return;
  try {
    await writeTexts(ctx, textsOf(zone, domainId, []));
  } catch (error) {
    if (!(error instanceof DnsUpdateError)) throw error;
    ctx.log.warn("signing keys were not withdrawn", { action: "domain.release", tenant_id: ctx.tenantId, error });
  }
}
