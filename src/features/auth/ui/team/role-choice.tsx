import { createAsync } from "@solidjs/router";
import { createSignal, createUniqueId, For, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";
import { Skeleton } from "~/ui/skeleton";
import type { Role } from "../../schema";
import { domainChoices } from "./queries";

const roles: Role[] = ["owner", "admin", "domain_admin", "viewer"];

type RoleChoiceProps = {
  value: Role;
  domainIds?: readonly string[] | null;
  /** Owners name owners, admins do not. */
  canNameOwner: boolean;
  issue?: string;
};

/** The roles, each with what it means, and for a domain admin the domains. Fields `role` and `domainIds`. */
export function RoleChoice(props: RoleChoiceProps) {
  const [chosen, setChosen] = createSignal<Role>();
  const role = () => chosen() ?? props.value;
  const issueId = createUniqueId();
  return (
    <>
      <fieldset class="m-0 grid gap-3 border-0 p-0">
        <legend class="mb-2 p-0 font-medium">{t("team.roleLegend")}</legend>
        <For each={roles.filter((one) => props.canNameOwner || one !== "owner")}>
          {(one) => (
            <Checkbox
              type="radio"
              name="role"
              value={one}
              checked={role() === one}
              onChange={() => setChosen(one)}
              label={t(`auth.role_${one}`)}
              help={t(`team.${one}_help`)}
            />
          )}
        </For>
      </fieldset>
      <Show when={role() === "domain_admin"}>
        <fieldset class="m-0 grid gap-2 border-0 p-0" aria-describedby={issueId}>
          <legend class="mb-2 p-0 font-medium">{t("team.domainsLegend")}</legend>
          <Suspense fallback={<Skeleton />}>
            <DomainBoxes chosen={props.domainIds ?? []} />
          </Suspense>
          <p id={issueId} class="m-0 text-sm text-danger" aria-live="polite">
            {props.issue}
          </p>
        </fieldset>
      </Show>
    </>
  );
}

function DomainBoxes(props: { chosen: readonly string[] }) {
  const domains = createAsync(() => domainChoices());
  return (
    <div class="grid max-h-48 gap-2 overflow-y-auto">
      <For each={domains()} fallback={<p class="m-0 text-muted">{domains() && t("team.noDomains")}</p>}>
        {({ id, name }) => <Checkbox name="domainIds" value={id} checked={props.chosen.includes(id)} label={name} />}
      </For>
    </div>
  );
}
