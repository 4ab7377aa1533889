import { Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { DomainAddressing } from "../../schema/addressing";
import { addressFailure } from "./address-failure";
import { setCatchAll } from "./queries";

/** Who gets mail to addresses that nobody holds. */
export function CatchAllForm(props: { addressing: DomainAddressing }) {
  const form = formAction(setCatchAll, addressFailure);
  const address = () => props.addressing.catchAll;
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) toast(t("addresses.catchAllSaved"), { tone: "success" });
  };
  const standing = () => {
    const now = address();
    if (now === null) return t("addresses.catchAllNone");
    return t(props.addressing.isCatchAllGone ? "addresses.catchAllGone" : "addresses.catchAllTo", { address: now });
  };
  return (
    <form method="post" class="grid grid-cols-1 gap-3 justify-items-start" onSubmit={(event) => void submit(event)}>
      <h3 class="m-0 text-base">{t("addresses.catchAllTitle")}</h3>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <p class="m-0 break-words" classList={{ "text-danger": props.addressing.isCatchAllGone }}>
        {standing()}
      </p>
      <input type="hidden" name="domainId" value={props.addressing.domainId} />
      <Field
        label={t("addresses.catchAllLabel")}
        help={t("addresses.catchAllHelp")}
        name="address"
        type="email"
        maxlength={254}
        autocomplete="off"
        optional
        class="w-full"
        value={address() ?? ""}
        issues={form.issues().address}
      />
      <Button type="submit" busy={form.isBusy()}>
        {t("common.save")}
      </Button>
    </form>
  );
}
