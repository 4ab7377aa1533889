import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { type Column, DataTable } from "~/ui/data-table";
import { Notice } from "~/ui/notice";
import { StatusChip } from "~/ui/status-chip";
import type { SightServers, ZoneServer } from "../../schema/sight";
import { serverText } from "./sight-text";

const columns = (): Column<ZoneServer>[] => [
  {
    id: "name",
    header: t("sight.server"),
    primary: true,
    cell: (server) => <span class="break-all">{server.name}</span>,
  },
  { id: "address", header: t("sight.address"), cell: (server) => <code class="break-all">{server.address}</code> },
  {
    id: "serial",
    header: t("sight.serial"),
    cell: (server) => <>{server.serial === null ? "–" : String(server.serial)}</>,
  },
  {
    id: "state",
    header: t("sight.state"),
    cell: (server) => (
      <StatusChip tone={server.failure ? "danger" : server.isBehind ? "warning" : "success"}>
        {serverText(server)}
      </StatusChip>
    ),
  },
];

/** Who answers for the domain, and who is asked what the world sees. */
export const ServersCard = (props: { found: SightServers | undefined }) => (
  <Show when={!props.found?.isTrial} fallback={<Notice title={t("sight.trialTitle")}>{t("sight.trialText")}</Notice>}>
    <Card title={t("sight.serversTitle")} description={t("sight.serversText")}>
      <DataTable
        caption={t("sight.serversTitle")}
        columns={columns()}
        rows={props.found?.servers}
        by={({ name, address }) => `${name} ${address}`}
        empty={<Notice tone="warning">{t("sight.serversNone")}</Notice>}
      />
      <Show when={props.found?.resolvers.length}>
        <p class="mt-3 text-muted text-sm">
          {t("sight.resolversAsked", { addresses: props.found?.resolvers.join(", ") ?? "" })}
        </p>
      </Show>
    </Card>
  </Show>
);
