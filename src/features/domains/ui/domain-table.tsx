import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { type Column, DataTable } from "~/ui/data-table";
import type { DomainSummary } from "../schema";
import { DomainStateChip } from "./domain-state-chip";
import { MailFlowChip } from "./record-state-chip";

/** The list of domains with their states at a glance. */
export function DomainTable(props: { domains: DomainSummary[] | undefined; caption: string; empty?: JSX.Element }) {
  const columns = (): Column<DomainSummary>[] => [
    {
      id: "name",
      header: t("domains.columnName"),
      primary: true,
      cell: (domain) => (
        <a href={`/admin/domains/${domain.id}`} class="font-medium break-all">
          {domain.displayName}
        </a>
      ),
    },
    { id: "state", header: t("domains.columnState"), cell: (domain) => <DomainStateChip state={domain.state} /> },
    {
      id: "records",
      header: t("domains.columnRecords"),
      cell: (domain) => t("domains.recordsDone", { done: domain.requiredDone, total: domain.requiredTotal }),
    },
    { id: "mail", header: t("domains.columnMail"), cell: (domain) => <MailFlowChip state={domain.mailFlow} /> },
  ];
  return (
    <DataTable
      caption={props.caption}
      columns={columns()}
      rows={props.domains}
      by={({ id }) => id}
      empty={props.empty}
    />
  );
}
