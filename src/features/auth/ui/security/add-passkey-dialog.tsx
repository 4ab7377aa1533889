import { revalidate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { deviceName } from "~/lib/device-name";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { makePasskey, passkeyProblem } from "./passkey-browser";
import { factorKeys } from "./queries";
import { RecoveryCodes } from "./recovery-codes";
import { SignOutOthers } from "./sign-out-others";

/** Names a passkey, has the browser make it, and shows the recovery codes that come with a first factor. */
export function AddPasskeyDialog(props: { host: string; onClose: () => void }) {
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const hasName = () => location.hostname === props.host || location.hostname.endsWith(`.${props.host}`);

  const add = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      const made = await makePasskey(await trpc.auth.security.beginPasskey.mutate());
      const given = { name: String(data.get("name")), made, signOutOthers: data.has("signOutOthers") };
      const { recoveryCodes } = await trpc.auth.security.addPasskey.mutate(given);
      toast(t("security.passkeyAdded"), { tone: "success" });
      if (recoveryCodes) setCodes(recoveryCodes);
      else props.onClose();
      void revalidate(factorKeys);
    } catch (error) {
      setProblem(passkeyProblem(error));
    }
    setBusy(false);
  };

  return (
    <Dialog
      open
      onClose={props.onClose}
      title={codes() ? t("security.codesTitle") : t("security.passkeyAdd")}
      description={codes() ? t("security.codesText") : t("security.passkeyAddText")}
    >
      <Show when={codes()}>{(shown) => <RecoveryCodes codes={shown()} onDone={props.onClose} />}</Show>
      <Show when={!codes()}>
        <form method="post" class="grid gap-4" onSubmit={add}>
          <Show when={problem() ?? (hasName() ? undefined : t("security.passkeyOtherHost", { host: props.host }))}>
            {(text) => <Notice tone={hasName() ? "danger" : "warning"}>{text()}</Notice>}
          </Show>
          <Field
            label={t("security.passkeyName")}
            help={t("security.passkeyNameHelp")}
            name="name"
            required
            maxlength={60}
            autofocus
            autocomplete="off"
            value={deviceName(navigator.userAgent).system ?? ""}
          />
          <SignOutOthers />
          <div class="flex justify-end gap-2">
            <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
            <Button type="submit" variant="primary" busy={isBusy()} disabled={!hasName()}>
              {t("security.passkeyMake")}
            </Button>
          </div>
        </form>
      </Show>
    </Dialog>
  );
}
