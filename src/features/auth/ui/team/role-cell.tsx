import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Role } from "../../schema";
import { domainChoices } from "./queries";

/** A role, with the domains of a domain admin by name. */
export const RoleCell = (props: { role: Role; domainIds: string[] | null }) => (
  <span class="grid">
    <span>{t(`auth.role_${props.role}`)}</span>
    <Show when={props.domainIds}>
      {(ids) => (
        <Suspense>
          <DomainNames ids={ids()} />
        </Suspense>
      )}
    </Show>
  </span>
);

function DomainNames(props: { ids: string[] }) {
  const domains = createAsync(() => domainChoices());
  const names = () => domains()?.flatMap(({ id, name }) => (props.ids.includes(id) ? [name] : []));
  return <span class="text-sm text-muted break-words">{names()?.join(", ")}</span>;
}
