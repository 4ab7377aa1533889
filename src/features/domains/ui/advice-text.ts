import { t } from "~/lib/i18n/t";
import type { Advice, DomainRecord, RecordState } from "../schema";

/** Works as it stands: nothing has to be done. */
export const isDone = (state: RecordState): boolean =>
  state === "match" || state === "match_inherited" || state === "ignored";

/** One sentence: what was found, what is wanted, what to do. */
export function adviceText(advice: Advice | null, state: RecordState): string {
  if (!advice) return t(state === "match" ? "checks.advice_none_match" : "checks.advice_none");
  const sayWith = t as (key: string, vars: Record<string, string>) => string;
  return sayWith(`checks.advice_${advice.code}`, advice.vars);
}

/** What to type at the DNS provider: for SPF the line that keeps the senders already there. */
export const valueToPublish = ({ purpose, value, advice }: DomainRecord): string =>
  (purpose === "spf" && advice?.vars.want) || value;
