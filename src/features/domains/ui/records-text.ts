import type { DomainRecord } from "../schema";
import { type ZoneEntry, zoneFile } from "~/lib/zone-file";
import { valueToPublish } from "./provider/provider-form";

type Publishing = { name: string; records: readonly DomainRecord[]; isMailLater: boolean };

const isWanted = ({ state }: DomainRecord) => state !== "ignored";

/** All records as a table for a mail or a ticket: name, type, TTL and value, parted by tabs. */
export const recordsText = ({ records }: Publishing): string =>
  records
    .filter(isWanted)
    .map((record) => [record.name, record.type, record.ttlSeconds, valueToPublish(record)].join("\t"))
    .join("\n");

/** The same as a zone file; what would move mail too early stands there as a comment. */
export const recordsZone = ({ name, records, isMailLater }: Publishing): string =>
  zoneFile(
    records.filter(isWanted).map((record): ZoneEntry => ({
      ...{ name: record.name, type: record.type, value: valueToPublish(record), ttlSeconds: record.ttlSeconds },
      isComment: record.purpose === "mx" && record.state !== "match" && isMailLater,
    })),
    [
      `DNS records for ${name}`,
      ...records.flatMap(({ fix }) => fix?.remove ?? []).map((old) => `delete: ${old.name}. ${old.type} ${old.value}`),
    ],
  );
