import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";
import { setPolicy } from "./queries";

/** Whether members need a second factor. */
export function PolicyCard(props: { isOn: boolean; canEdit: boolean }) {
  const set = useAction(setPolicy);
  const [isBusy, setBusy] = createSignal(false);
  const [needsOwn, setNeedsOwn] = createSignal(false);
  const change = async (box: HTMLInputElement) => {
    const isOn = box.checked;
    setBusy(true);
    setNeedsOwn(false);
    try {
      await set(isOn);
      toast(isOn ? t("tenant.policyOn") : t("tenant.policyOff"), { tone: "success" });
    } catch (error) {
      box.checked = !isOn;
      if (failureKeyOf(error) === "auth.second_factor_required") setNeedsOwn(true);
      else toast(failureText(error), { tone: "danger" });
    }
    setBusy(false);
  };
  return (
    <Card title={t("tenant.policyTitle")} description={t("tenant.policyText")}>
      <div class="grid gap-4">
        <Checkbox
          name="requiresSecondFactor"
          label={t("tenant.policyLabel")}
          help={props.canEdit ? t("tenant.policyHelp") : t("tenant.ownersOnly")}
          checked={props.isOn}
          disabled={!props.canEdit || isBusy()}
          onChange={(event) => void change(event.currentTarget)}
        />
        <Show when={needsOwn()}>
          <Notice tone="warning" action={<a href="/admin/security">{t("tenant.policyOwnLink")}</a>}>
            {t("tenant.policyOwn")}
          </Notice>
        </Show>
      </div>
    </Card>
  );
}
