import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { AuditEntry } from "../../schema/audit";
import { changesOf, fieldText } from "./words";

/** What was before and what is now, field by field. Values are text, whatever stands in them. */
export function ChangeTable(props: { entry: AuditEntry }) {
  const changes = () => changesOf(props.entry);
  const hasBefore = () => props.entry.before !== null;
  const hasAfter = () => props.entry.after !== null;
  const isChange = () => hasBefore() && hasAfter();
  return (
    <Show when={changes().length > 0} fallback={<p class="text-muted">{t("audit.noChanges")}</p>}>
      <table data-slot="audit-changes">
        <caption>{t("audit.changes")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("audit.field")}</th>
            <Show when={hasBefore()}>
              <th scope="col">{t("audit.before")}</th>
            </Show>
            <Show when={hasAfter()}>
              <th scope="col">{isChange() ? t("audit.after") : t("audit.value")}</th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={changes()}>
            {(change) => (
              <tr>
                <th scope="row">{fieldText(change.field)}</th>
                <Show when={hasBefore()}>
                  <td>
                    <bdi>{change.before}</bdi>
                  </td>
                </Show>
                <Show when={hasAfter()}>
                  <td>
                    <bdi>{change.after}</bdi>
                  </td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  );
}
