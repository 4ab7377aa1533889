import { For, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Skeleton } from "./skeleton";

export type Column<Row> = {
  id: string;
  /** Empty for a column of buttons, which goes to the corner of the card on a phone. */
  header: string;
  cell: (row: Row) => JSX.Element;
  align?: "end";
  /** CSS width, e.g. `8rem`; without one columns share what is left. */
  width?: string;
  /** The head of the card on a phone, shown without its header. */
  primary?: boolean;
  /** Left out on phones. */
  wide?: boolean;
};

export type DataTableProps<Row> = {
  /** What the rows are; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  loading?: boolean;
  empty?: JSX.Element;
};

/** `<DataTable caption="Domains" columns={columns} rows={domains()} empty={<EmptyState … />} />`: rows become cards on a phone; `rows` undefined or `loading` shows a skeleton. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const isLoading = () => props.loading || props.rows === undefined;
  return (
    <Show when={isLoading() || props.rows?.length} fallback={props.empty}>
      <div data-slot="table-frame" aria-busy={isLoading() || undefined}>
        <table data-slot="table">
          <caption class="sr-only">{isLoading() ? t("common.loading") : props.caption}</caption>
          <thead>
            <tr>
              <For each={props.columns}>
                {(column) => (
                  <th
                    scope="col"
                    data-align={column.align}
                    data-wide={column.wide || undefined}
                    style={{ width: column.width }}
                  >
                    {column.header || <span class="sr-only">{t("common.moreActions")}</span>}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={isLoading() ? undefined : props.rows} fallback={<LoadingRows columns={props.columns.length} />}>
              {(row) => (
                <tr>
                  <For each={props.columns}>
                    {(column) => (
                      <td
                        data-label={column.header}
                        data-align={column.align}
                        data-primary={column.primary || undefined}
                        data-wide={column.wide || undefined}
                      >
                        {column.cell(row)}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
}

const LoadingRows = (props: { columns: number }) => (
  <For each={[1, 2, 3, 4]}>
    {() => (
      <tr>
        <td colspan={props.columns}>
          <Skeleton />
        </td>
      </tr>
    )}
  </For>
);
