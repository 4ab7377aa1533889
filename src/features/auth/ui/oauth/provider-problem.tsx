import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Notice } from "~/ui/notice";
import { failureTextOf } from "../failure-text";

/** What became of a visit to a provider that did not succeed; the address says it by the key of the failure. */
export function ProviderProblem() {
  const [search] = useSearchParams();
  const problem = () => (typeof search.problem === "string" ? search.problem : undefined);
  return <Show when={problem()}>{(key) => <Notice tone="danger">{failureTextOf(key())}</Notice>}</Show>;
}
