import { useAction } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";
import { toast } from "~/ui/toast-store";
import type { DomainAddressing } from "../../schema/addressing";
import { addressFailure } from "./address-failure";
import { setSubAddressing } from "./queries";

/** Whether a name goes on after a plus sign. */
export function PlusSwitch(props: { addressing: DomainAddressing; name: string }) {
  const set = useAction(setSubAddressing);
  const onChange = async (input: HTMLInputElement) => {
    const { checked } = input;
    try {
      await set(props.addressing.domainId, checked);
      toast(t("addresses.plusSaved"), { tone: "success" });
    } catch (error) {
      input.checked = !checked;
      toast(addressFailure(error), { tone: "danger" });
    }
  };
  return (
    <Checkbox
      name="subAddressing"
      label={t("addresses.plusLabel")}
      help={t("addresses.plusHelp", { name: props.name })}
      checked={props.addressing.subAddressing}
      onChange={(event) => void onChange(event.currentTarget)}
    />
  );
}
