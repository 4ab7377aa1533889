import { Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { StatusChip } from "~/ui/status-chip";
import type { Alias } from "~/features/users/schema/aliases";

/** Whether an alias takes mail, and whether the mail server knows. */
export const AliasState = (props: { alias: Alias }) => (
  <span class="flex flex-wrap gap-2">
    <StatusChip tone={props.alias.isEnabled ? "success" : "neutral"}>
      {props.alias.isEnabled ? t("addresses.on") : t("addresses.off")}
    </StatusChip>
    <Show when={props.alias.application !== "applied"}>
      <Switch>
        <Match when={props.alias.application === "pending"}>
          <StatusChip tone="accent">{t("addresses.applying")}</StatusChip>
        </Match>
        <Match when={props.alias.application === "failed"}>
          <StatusChip tone="danger">{t("addresses.applyFailed")}</StatusChip>
        </Match>
      </Switch>
    </Show>
  </span>
);
