import { t } from "~/lib/i18n/t";
import { Dialog } from "~/ui/dialog";
import { RecoveryCodes } from "./recovery-codes";

/** New recovery codes, this once. */
export default function NewCodesDialog(props: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog open onClose={props.onClose} title={t("security.codesTitle")} description={t("security.codesText")}>
      <RecoveryCodes codes={props.codes} onDone={props.onClose} />
    </Dialog>
  );
}
