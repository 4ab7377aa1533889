import { Show } from "solid-js";
import { useDomain } from "./domain-context";
import { RemoveDomainCard } from "./remove-domain-card";

/** What is decided about a domain, and the way out. */
export function DomainSettings() {
  const { domain, canEdit } = useDomain();
  return (
    <Show when={canEdit()}>
      <RemoveDomainCard domainId={domain().id} name={domain().displayName} />
    </Show>
  );
}
