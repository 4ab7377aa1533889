import { createMemo, For, type JSX, mergeProps, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Keyed } from "./keyed";
import { Skeleton } from "./skeleton";

export type Column<Row> = {
  id: string;
  /** Empty for a column of buttons, which goes to the corner of the card on a phone. */
  header: string;
  /** Stands in the head of the column instead of `header`, such as a link that sorts. */
  head?: () => JSX.Element;
  /** How the rows are sorted by it; for columns that they can be sorted by. */
  sorted?: "ascending" | "descending" | "none";
  /** `row` stays the same object while its fields follow what is read anew, as props do. */
  cell: (row: Row) => JSX.Element;
  align?: "end";
  /** CSS width, e.g. `8rem`; without one columns share what is left. */
  width?: string;
  /** The head of the card on a phone, shown without its header. */
  primary?: boolean;
  /** Left out on phones. */
  wide?: boolean;
};

export type DataTableProps<Row extends object> = {
  /** What the rows are; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  /** Tells rows apart: one with the same key stays the same elements when `rows` are read anew, with its open menu and its focus. */
  by: (row: Row) => string;
  loading?: boolean;
  empty?: JSX.Element;
};

/** `<DataTable caption="Domains" columns={columns} rows={domains()} by={(domain) => domain.id} empty={<EmptyState … />} />`: rows become cards on a phone; `rows` undefined or `loading` shows a skeleton. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
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
                    aria-sort={column.sorted}
                    style={{ width: column.width }}
                  >
                    {column.head?.() ?? (column.header || <span class="sr-only">{t("common.moreActions")}</span>)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <Show when={isLoading() ? undefined : props.rows} fallback={<LoadingRows columns={props.columns.length} />}>
              {(rows) => (
                <Keyed each={rows()} by={props.by}>
                  {(row) => <TableRow columns={props.columns} row={row()} />}
                </Keyed>
              )}
            </Show>
          </tbody>
        </table>
      </div>
    </Show>
  );
}

function TableRow<Row extends object>(props: { columns: readonly Column<Row>[]; row: Row }) {
  const current = createMemo(() => props.row, undefined, { equals: isSame });
  const live = mergeProps(() => current()) as Row;
  return (
    <tr>
      <For each={props.columns}>
        {(column) => (
          <td
            data-label={column.header}
            data-align={column.align}
            data-primary={column.primary || undefined}
            data-wide={column.wide || undefined}
          >
            {column.cell(live)}
          </td>
        )}
      </For>
    </tr>
  );
}

/** Rows are what a procedure answered, so JSON says all that is in them. */
const isSame = (before: unknown, now: unknown) => JSON.stringify(before) === JSON.stringify(now);

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
