import { withoutAppendedZone } from "./doubled-name";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

type Service = { text: string; priority: number; port: string; target: string };

/** The target keeps what follows it: numbers that were typed into the name come back as labels with blanks in them. */
const parseService = (text: string): Service => {
  const [priority, , port = "", ...target] = text.split(" ");
  return { text, priority: Number(priority), port, target: target.join(" ") };
};

/** Where clients find a service (RFC 6186, RFC 8314): they take the lowest priority, so ours has to be it. */
export function compareService(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(wanted.name, "SRV");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const found = answer.records;
  const want = parseService(wanted.value);
  const services = found.map(parseService);
  const isOurs = ({ target, port }: Service) => target === want.target && port === want.port;
  const others = services.filter((service) => !isOurs(service));
  const best = Math.min(...services.filter(isOurs).map(({ priority }) => priority));
  const rivals = others.filter(({ priority }) => priority <= best);
  const [first] = rivals.toSorted((a, b) => a.priority - b.priority);
  return first ? explain(first, rivals, { wanted, want, found, comparison }) : verdict("match", found);
}

type Context = { wanted: WantedRecord; want: Service; found: string[]; comparison: Comparison };

function explain(rival: Service, rivals: Service[], { wanted, want, found, comparison }: Context): Verdict {
  const fix = replacing(
    wanted,
    rivals.map(({ text }) => text),
  );
  const { domain, ask } = comparison;
  const say = (code: Parameters<typeof verdict>[2], shown: string, wish = want.target) =>
    verdict("conflict", found, code, { found: shown, want: wish }, fix);
  const { target, port } = rival;
  if (target === ".") return verdict("conflict", found, "service_refused", {}, fix);
  if (target === want.target) return say("service_port", port, want.port);
  if (withoutAppendedZone(target, domain) === want.target) return say("service_doubled", target);
  if (target.includes(" ") && target.split(" ").some((part) => part.startsWith(want.target)))
    return say("service_fields_in_name", target);
  const alias = ask(target, "CNAME");
  if (alias.status === "found" && alias.records.includes(want.target)) return say("service_target_is_alias", target);
  return verdict(
    "stale",
    found,
    "service_other",
    { found: rivals.map(({ text }) => text).join(", "), want: wanted.value },
    fix,
  );
}
