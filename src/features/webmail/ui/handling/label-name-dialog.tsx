import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import type { Label, LabelColour } from "../../schema/labels";
import { createLabel, updateLabel } from "./label-changes";
import { LabelDot } from "./label-dot";
import { NameDialog } from "./name-dialog";

const colours = ["grey", "red", "orange", "green", "teal", "blue", "purple", "pink"] as const satisfies LabelColour[];

/** Names a label and gives it a colour, a new one or one that is there. */
export function LabelNameDialog(props: { label: Label | undefined; onClose: () => void }) {
  const save = async (name: string, form: FormData) => {
    const given = { name, colour: form.get("colour") as LabelColour };
    await (props.label ? updateLabel({ labelId: props.label.id, ...given }) : createLabel(given));
    announce(t("arranging.labelSaved", { name }));
  };
  return (
    <NameDialog
      title={t(props.label ? "arranging.changeLabel" : "handling.newLabel")}
      label={t("arranging.labelName")}
      name={props.label?.name}
      pattern=".*\S.*"
      onSave={save}
      onClose={props.onClose}
    >
      <fieldset data-slot="label-colours">
        <legend>{t("arranging.colour")}</legend>
        <For each={colours}>
          {(colour) => (
            <label title={t(`arranging.colour_${colour}`)}>
              <input type="radio" name="colour" value={colour} checked={(props.label?.colour ?? "grey") === colour} />
              <LabelDot colour={colour} />
              <span class="sr-only">{t(`arranging.colour_${colour}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
    </NameDialog>
  );
}
