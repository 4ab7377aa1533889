import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { StatusChip } from "~/ui/status-chip";
import type { DomainAddressing } from "../../schema/addressing";

/** The addresses that a domain must have, and who reads what is written there. */
export const RoleList = (props: { roles: DomainAddressing["roles"] }) => (
  <div class="grid grid-cols-1 gap-2">
    <h3 class="m-0 text-base">{t("addresses.rolesTitle")}</h3>
    <p class="m-0 text-muted">{t("addresses.rolesText")}</p>
    <ul class="m-0 p-0 list-none grid grid-cols-1 gap-2">
      <For each={props.roles}>
        {({ address, holder }) => (
          <li class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <bdi class="break-all">{address}</bdi>
            <StatusChip tone={holder ? "success" : "warning"}>
              {holder ? t("addresses.roleGoesTo", { holder }) : t("addresses.roleNobody")}
            </StatusChip>
          </li>
        )}
      </For>
    </ul>
  </div>
);
