import { t } from "~/lib/i18n/t";
import type { Advice, RecordState } from "../schema";

/** Works as it stands: nothing has to be done. */
export const isDone = (state: RecordState): boolean =>
  state === "match" || state === "match_inherited" || state === "ignored";

/** One sentence: what was found, what is wanted, what to do. */
export function adviceText(advice: Advice | null, state: RecordState): string {
  if (!advice) return t(state === "match" ? "checks.advice_none_match" : "checks.advice_none");
  const sayWith = t as (key: string, vars: Record<string, string>) => string;
  return sayWith(`checks.advice_${advice.code}`, advice.vars);
}
