import type { DomainRecord } from "../../../schema";
import { dmarcPrefix, groupOf } from "./template";

type Judged = Pick<DomainRecord, "id" | "purpose" | "type" | "shortName" | "value" | "state" | "fix">;

/** Which groups of the template a domain still needs, and what stands in their variables. What is there, or ignored, is not asked for again. */
export function templateValues(records: Judged[], { movesMail }: { movesMail: boolean }) {
  const isDone = ({ state }: Judged) => state.startsWith("match") || state === "ignored";
  const due = records.filter((record) => !isDone(record) && (record.purpose !== "mx" || movesMail));
  const groups = [...new Set(due.map(groupOf))];
  const values: Record<string, string> = {};
  // A group is applied as a whole.
  for (const record of records.filter((one) => groups.includes(groupOf(one)))) {
    const { purpose, type, shortName, value, fix } = record;
    const selector = shortName.split(".")[0] ?? "";
    if (purpose === "proof") values.proof = value.replace(/^deftmail-verify=/, "");
    if (purpose === "dmarc") values.dmarc = (fix?.value ?? value).slice(dmarcPrefix.length);
    if (purpose === "mta_sts" && type === "TXT") values.stsid = value.replace(/^.*\bid=/, "");
    if (purpose === "dkim" && type === "TXT") values[selector] = value.replace(/^.*\bp=/, "");
    if (purpose === "dkim" && type === "CNAME")
      values[`${selector}alias`] = value.split(".")[0]?.slice(selector.length + 1) ?? "";
  }
  return { groups, values };
}
