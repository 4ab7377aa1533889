import { createSignal } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ConfirmDialog } from "~/ui/confirm-dialog";
import { toast } from "~/ui/toast-store";
import type { Label } from "../../schema/labels";
import { handlingFailure } from "./handling-failure";
import { removeLabel } from "./label-changes";

/** Removes a label; the mail that has it stays. */
export function RemoveLabelDialog(props: { label: Label; onClose: () => void }) {
  const [isBusy, setBusy] = createSignal(false);
  const remove = async () => {
    const { id, name } = props.label;
    setBusy(true);
    try {
      await removeLabel(id);
      toast(t("arranging.labelRemoved", { name }));
    } catch (error) {
      toast(handlingFailure(error), { tone: "danger" });
    }
    props.onClose();
  };
  return (
    <ConfirmDialog
      open
      tone="danger"
      busy={isBusy()}
      title={t("arranging.removeLabelTitle", { name: props.label.name })}
      confirmLabel={t("arranging.removeLabel")}
      onClose={props.onClose}
      onConfirm={() => void remove()}
    >
      {t("arranging.removeLabelText")}
    </ConfirmDialog>
  );
}
