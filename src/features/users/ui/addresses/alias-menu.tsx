import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { MenuItem } from "~/ui/menu";
import { MoreMenu } from "~/ui/more-menu";
import type { Alias } from "~/features/users/schema/aliases";

export type AliasAct = "switch" | "note" | "move" | "remove";

/** What can be done with one alias; one that every domain must have can only be given away. */
export const AliasMenu = (props: { alias: Alias; canEdit: boolean; onAct: (act: AliasAct) => void }) => {
  const item = (act: AliasAct, label: string) => ({ label, onSelect: () => props.onAct(act) });
  const items = (): MenuItem[] => [
    item("note", t("addresses.editNote")),
    item("move", t("addresses.moveAlias")),
    ...(props.alias.isRole
      ? []
      : [
          item("switch", props.alias.isEnabled ? t("addresses.switchOff") : t("addresses.switchOn")),
          "separator" as const,
          { ...item("remove", t("addresses.removeAlias")), tone: "danger" as const },
        ]),
  ];
  return (
    <Show when={props.canEdit}>
      <MoreMenu label={t("addresses.actionsOf", { address: props.alias.address })} items={items()} />
    </Show>
  );
};
