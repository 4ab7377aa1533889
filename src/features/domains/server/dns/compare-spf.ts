import type { AdviceCode } from "../../schema";
import { notFound } from "./not-found";
import { spfTerms, type WantedRecord } from "./record-set";
import { checkHost, type SpfJudgement } from "./spf-check-host";
import { findDeadTerms, mergeSpf } from "./spf-merge";
import { effectiveTerms, isSpf, parseSpf } from "./spf-record";
import { findSenders } from "./spf-senders";
import { describeBranches, isOurs, nameCostly, type SpfTree, walkSpf } from "./spf-tree";
import { cleanTyped, findTypedFault } from "./typed-faults";
import { type Comparison, type Verdict, verdict } from "./verdict";

const maxLookups = 10;
const maxVoids = 2;
const asItStands = (value: string) => ({ value, remove: [] });

/** What is said instead where the proposed line leaves out what leads nowhere, or costs more than receivers spend. */
function pointedCode(code: AdviceCode, isDropping: boolean, lookups: number): AdviceCode {
  if (code !== "spf_add_ours") return code;
  if (lookups > maxLookups) return "spf_add_ours_full";
  return isDropping ? "spf_add_ours_dead" : code;
}

/**
 * Who may send (RFC 7208): the record is evaluated for the addresses of our servers, never compared as text, because a domain's other senders
 * belong into the same record. `fix` is one line that keeps them, and every record that it takes the place of.
 */
export function compareSpf(wanted: WantedRecord, comparison: Comparison): Verdict {
  const { domain, ask, platform } = comparison;
  const answer = ask(domain, "TXT");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const ours = spfTerms(platform);
  const records = answer.records.filter(isSpf);
  const typed = answer.records.filter((text) => !isSpf(text) && isSpf(cleanTyped(text)));
  const standing = [...records, ...typed];
  const [record] = records;
  if (record === undefined && typed.length === 0) return verdict("missing", [], "add");
  const clean = [...records, ...typed.map(cleanTyped)];

  if (typed[0] !== undefined) return mend("conflict", findTypedFault(typed[0]) ?? "value_odd_space");
  if (records.length > 1) return mend("conflict", "spf_several", { count: String(records.length) });
  return compareOne(record ?? "");

  /** A verdict with the line that mends it, and what that line costs. What makes receivers give up on the record is left out of it, and named. */
  function mend(state: Verdict["state"], code: AdviceCode, vars: Record<string, string> = {}, end?: string): Verdict {
    const draft = walkSpf(domain, mergeSpf(clean, ours), ours, ask);
    const dead = findDeadTerms(draft);
    const merged = mergeSpf(clean, ours, dead);
    const value = end ? merged.replace(/ [-+?~]?all(?= |$)/, ` ${end}`) : merged;
    const { lookups, branches } = walkSpf(domain, value, ours, ask);
    const said = {
      ...{ want: value, lookups: String(lookups), costly: nameCostly(branches), dropped: [...dead].join(", ") },
      ...{ tree: describeBranches(draft.branches), ...vars },
    };
    const advice = verdict(state, standing, pointedCode(code, dead.size > 0, lookups), said);
    const remove = standing
      .filter((text) => text !== value)
      .map((text) => ({ name: domain, type: "TXT", value: text }));
    return { ...advice, fix: { value, remove } };
  }

  function compareOne(text: string): Verdict {
    const { terms, faults } = parseSpf(text);
    if (faults[0]) return mend("conflict", "spf_syntax", { term: faults[0] });
    const tree = walkSpf(domain, text, ours, ask);
    if (tree.loop) return mend("conflict", "spf_loop", { name: tree.loop });
    const judged = judge(tree);
    if (judged) return judged;
    const { lookups, voids, broken, branches } = tree;
    if (lookups > maxLookups)
      return mend("conflict", "spf_too_many", { count: String(lookups), costly: nameCostly(branches) });
    if (broken[0]) return mend("conflict", "spf_broken_include", { name: broken[0] });
    if (voids.length > maxVoids) return mend("match", "spf_void", { names: voids.join(", ") });
    if (terms.some(({ name, qualifier }) => name === "all" && qualifier === "+"))
      return mend("match", "spf_plus_all", {}, "~all");
    if (terms.some(({ name }) => name === "ptr"))
      return { ...verdict("match", records, "spf_ptr"), fix: asItStands(text) };
    const alias = answer.status === "found" ? answer.aliases[0] : undefined;
    const asIs = alias ? verdict("match", records, "spf_at_alias", { alias }) : verdict("match", records);
    return text === wanted.value ? asIs : { ...asIs, fix: asItStands(text) };
  }

  /** Why our servers may not send; nothing when they may. */
  function judge(tree: SpfTree): Verdict | undefined {
    // What stands first decides, and our list speaks for our servers.
    const [first] = parseSpf(record ?? "").terms;
    if (tree.ours && first?.qualifier === "+" && first.name === "include" && isOurs(first, new Set(ours)))
      return undefined;
    const judged = findSenders(platform, ask).map((ip) => ({ ip, ...judgeSender(ip) }));
    const refused = judged.filter(({ result }) => result !== "pass");
    if (judged.length > 0 ? refused.length === 0 : tree.ours) return undefined;
    if (refused.some(({ result }) => result === "temperror") || (judged.length === 0 && tree.incomplete))
      return verdict("unknown", records, "could_not_ask", { reason: "ESERVFAIL" });
    if (refused.length < judged.length)
      return mend("stale", "spf_partly_ours", { missing: refused.map(({ ip }) => ip).join(", ") });
    return explainRefusal(tree, refused[0]);
  }

  function explainRefusal(tree: SpfTree, refusal: SpfJudgement | undefined): Verdict {
    const { terms } = parseSpf(record ?? "");
    const named = new Set(ours);
    const behindAll = terms.slice(effectiveTerms(terms).length).some((term) => isOurs(term, named));
    if (behindAll) return mend("conflict", "spf_after_all");
    const isNamed = tree.ours || terms.some((term) => isOurs(term, named));
    if (!isNamed) return mend("stale", "spf_add_ours");
    if (tree.lookups > maxLookups)
      return mend("conflict", "spf_too_many", { count: String(tree.lookups), costly: nameCostly(tree.branches) });
    if (tree.broken[0]) return mend("conflict", "spf_broken_include", { name: tree.broken[0] });
    const { term = "all", result = "neutral" } = refusal ?? {};
    return mend("conflict", "spf_ours_refused", { term, result });
  }

  /** Names that lead nowhere are spoken of on their own, so they do not count here. */
  function judgeSender(ip: string): SpfJudgement {
    const habits = { maxVoids: Number.POSITIVE_INFINITY };
    return checkHost({ ip, sender: `postmaster@${domain}`, helo: platform.mailHost, ask, habits });
  }
}
