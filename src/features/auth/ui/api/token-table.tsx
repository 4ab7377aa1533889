import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { StatusChip } from "~/ui/status-chip";
import type { ApiToken } from "../../schema/tokens";
import { DayOf } from "../security/day-of";
import { scopeText } from "./scope-words";

const holderOf = ({ member }: ApiToken) =>
  member ? (member.isYou ? t("api.ofYou") : member.email) : t("api.ofTenant");

/** What each token may do, from where, until when, and when it last did. */
export function TokenTable(props: { tokens: ApiToken[] | undefined; onRevoke: (token: ApiToken) => void }) {
  const columns = (): Column<ApiToken>[] => [
    {
      id: "name",
      header: t("api.columnName"),
      primary: true,
      cell: (token) => (
        <span class="grid min-w-0">
          <strong class="font-medium break-words">{token.name}</strong>
          <span class="text-sm text-muted break-all">
            <code>dmt_…{token.hint}</code> · {holderOf(token)}
          </span>
        </span>
      ),
    },
    {
      id: "scopes",
      header: t("api.columnScopes"),
      cell: (token) => (
        <span class="flex flex-wrap gap-1">
          <For each={token.scopes}>{(scope) => <Badge title={scopeText(scope)}>{scope}</Badge>}</For>
        </span>
      ),
    },
    {
      id: "reach",
      header: t("api.columnReach"),
      width: "10rem",
      cell: (token) => (
        <span class="grid">
          <span>
            {token.domainIds ? t("api.someDomains", { count: token.domainIds.length }) : t("api.everyDomain")}
          </span>
          <span class="text-sm text-muted" title={token.networks?.join(", ")}>
            {token.networks ? t("api.someNetworks", { count: token.networks.length }) : t("api.anyNetwork")}
          </span>
        </span>
      ),
    },
    {
      id: "use",
      header: t("api.columnUse"),
      width: "9rem",
      cell: (token) => (
        <Show when={token.lastUsedAt} fallback={<span class="text-muted">{t("api.notUsed")}</span>}>
          {(at) => (
            <span class="grid">
              <DayOf at={at()} withTime />
              <Show when={token.lastUsedIp}>
                {(ip) => <span class="text-sm text-muted break-all">{t("api.fromIp", { ip: ip() })}</span>}
              </Show>
            </span>
          )}
        </Show>
      ),
    },
    {
      id: "end",
      header: t("api.columnEnd"),
      width: "8rem",
      cell: (token) => (
        <Show when={!token.isExpired} fallback={<StatusChip tone="warning">{t("api.expired")}</StatusChip>}>
          {token.expiresAt ? <DayOf at={token.expiresAt} /> : t("api.never")}
        </Show>
      ),
    },
    {
      id: "actions",
      header: "",
      align: "end",
      width: "8rem",
      cell: (token) => (
        <Button size="sm" aria-label={t("api.revokeNamed", { name: token.name })} onClick={() => props.onRevoke(token)}>
          {t("api.revoke")}
        </Button>
      ),
    },
  ];
  return <DataTable caption={t("api.title")} columns={columns()} rows={props.tokens} by={({ id }) => id} />;
}
