import { revalidate } from "@solidjs/router";
import { createSignal, onMount, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Dialog } from "~/ui/dialog";
import { toast } from "~/ui/toast-store";
import type { FactorAdded, TotpSetup } from "../../schema/security";
import { failureText } from "../failure-text";
import { AppSetupForm } from "./app-setup-form";
import { factorKeys } from "./queries";
import { RecoveryCodes } from "./recovery-codes";

const confirm = (given: Parameters<typeof trpc.auth.security.confirmTotp.mutate>[0]) =>
  trpc.auth.security.confirmTotp.mutate(given);

/** Shows a secret to an authenticator app, takes a first code of it, and shows the recovery codes that come with a first factor. */
export default function AddAppDialog(props: { onClose: () => void }) {
  const [setup, setSetup] = createSignal<TotpSetup>();
  const [codes, setCodes] = createSignal<readonly string[]>();
  onMount(() => {
    trpc.auth.security.beginTotp.mutate().then(setSetup, (error: unknown) => {
      toast(failureText(error), { tone: "danger" });
      props.onClose();
    });
  });
  const added = ({ recoveryCodes }: FactorAdded) => {
    toast(t("security.appAdded"), { tone: "success" });
    if (recoveryCodes) setCodes(recoveryCodes);
    else props.onClose();
    void revalidate(factorKeys);
  };
  return (
    <Show when={setup()}>
      {(known) => (
        <Dialog
          open
          onClose={props.onClose}
          title={codes() ? t("security.codesTitle") : t("security.appAdd")}
          description={codes() ? t("security.codesText") : t("security.appAddText")}
        >
          <Show
            when={codes()}
            fallback={<AppSetupForm setup={known()} confirm={confirm} onAdded={added} onCancel={props.onClose} />}
          >
            {(shown) => <RecoveryCodes codes={shown()} onDone={props.onClose} />}
          </Show>
        </Dialog>
      )}
    </Show>
  );
}
