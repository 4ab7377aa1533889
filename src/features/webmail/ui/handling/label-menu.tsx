import { t } from "~/lib/i18n/t";
import { MoreMenu } from "~/ui/more-menu";
import type { Label } from "../../schema/labels";
import type { Handling } from "./handling";

/** What can be done with a label itself. */
export default function LabelMenu(props: { label: Label; handling: Handling }) {
  const ask = (what: "labelName" | "removeLabel") => () => props.handling.askAbout({ ask: what, label: props.label });
  return (
    <MoreMenu
      label={t("handling.labelActs", { name: props.label.name })}
      size="sm"
      items={[
        { label: t("arranging.changeLabel"), onSelect: ask("labelName") },
        { label: t("arranging.removeLabel"), tone: "danger", onSelect: ask("removeLabel") },
      ]}
    />
  );
}
