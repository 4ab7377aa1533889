import type { Platform } from "~/server/services";
import { publishZone, type ZoneRecord } from "./dns/zone-files";
import { trialZonesOf } from "./platform-names";

const ttlSeconds = 5;
const loopback = { v4: "127.0.0.1", v6: "::1" };

/** Publishes what the customers' records of a trial point to: our own host and the list of our senders. Names outside of `.test` are left alone. */
export async function publishPlatformZone({ trialZone, mailHost, spfHost }: Platform): Promise<void> {
  if (!trialZone) return;
  const records: ZoneRecord[] = [
    { name: mailHost, type: "A", value: loopback.v4, ttlSeconds },
    { name: mailHost, type: "AAAA", value: loopback.v6, ttlSeconds },
    { name: spfHost, type: "TXT", value: `v=spf1 ip4:${loopback.v4} ip6:${loopback.v6} -all`, ttlSeconds },
  ];
  for (const zone of trialZonesOf({ mailHost, spfHost })) {
    const own = records.filter(({ name }) => name.endsWith(`.${zone}`));
    await publishZone(trialZone.dataDir, zone, own);
  }
}
