import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { type Comparison, type Verdict, verdict } from "./verdict";

const parseService = (record: string) => {
  const [priority, , port, target] = record.split(" ");
  return { priority: Number(priority), place: `${target}:${port}` };
};

/** Where clients find a service (RFC 6186, RFC 8314): they take the lowest priority, so ours has to be it. */
export function compareService(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(wanted.name, "SRV");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const want = parseService(wanted.value).place;
  const services = answer.records.map(parseService);
  const first = Math.min(...services.map(({ priority }) => priority));
  const isOurs = services.every(({ place, priority }) => place === want || priority > first);
  return isOurs
    ? verdict("match", answer.records)
    : verdict("stale", answer.records, "service_other", { found: answer.records.join(", "), want: wanted.value });
}
