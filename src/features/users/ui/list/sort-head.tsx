import { Show } from "solid-js";
import type { UserSort } from "../../schema/user-filter";
import { isBin, type ListAddress, orderOf, sortLink } from "./list-address";

/** The head of a column that leads to the same list sorted by it; the arrow repeats what `aria-sort` says. The bin has an order of its own. */
export const SortHead = (props: { at: ListAddress; by: UserSort; label: string }) => (
  <Show when={!isBin(props.at)} fallback={props.label}>
    <a
      href={sortLink(props.at, props.by)}
      class="inline-flex items-center gap-1 text-muted no-underline hover:underline"
    >
      {props.label}
      <Show when={props.at.sort === props.by}>
        <span aria-hidden="true">{orderOf(props.at) === "asc" ? "↑" : "↓"}</span>
      </Show>
    </a>
  </Show>
);

/** For `aria-sort`. */
export const sortedBy = (at: ListAddress, by: UserSort): "ascending" | "descending" | "none" | undefined => {
  if (isBin(at)) return undefined;
  if (at.sort !== by) return "none";
  return orderOf(at) === "asc" ? "ascending" : "descending";
};
