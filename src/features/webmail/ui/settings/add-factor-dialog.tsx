import { revalidate } from "@solidjs/router";
import { createSignal, onMount, Show } from "solid-js";
import { AppSetupForm } from "~/features/auth/ui/security/app-setup-form";
import { RecoveryCodes } from "~/features/auth/ui/security/recovery-codes";
import type { FactorAdded, TotpSetup } from "~/features/auth/schema/security";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Dialog } from "~/ui/dialog";
import { toast } from "~/ui/toast-store";
import { failureText } from "../failure-text";
import { securityKeys } from "./queries";

/** Shows a secret to an authenticator app, takes a first code of it, and shows the recovery codes. */
export default function AddFactorDialog(props: { onClose: () => void }) {
  const [setup, setSetup] = createSignal<TotpSetup>();
  const [codes, setCodes] = createSignal<readonly string[]>();
  onMount(() => {
    trpc.webmail.security.beginTotp.mutate().then(setSetup, (error: unknown) => {
      toast(failureText(error), { tone: "danger" });
      props.onClose();
    });
  });
  const added = ({ recoveryCodes }: FactorAdded) => {
    toast(t("access.factorAdded"), { tone: "success" });
    setCodes(recoveryCodes ?? []);
    void revalidate(securityKeys);
  };
  return (
    <Show when={setup()}>
      {(known) => (
        <Dialog
          open
          onClose={props.onClose}
          title={codes() ? t("security.codesTitle") : t("access.factorAdd")}
          description={codes() ? t("security.codesText") : t("security.appAddText")}
        >
          <Show
            when={codes()}
            fallback={
              <AppSetupForm
                setup={known()}
                confirm={(given) => trpc.webmail.security.confirmTotp.mutate(given)}
                onAdded={added}
                onCancel={props.onClose}
              />
            }
          >
            {(shown) => <RecoveryCodes codes={shown()} onDone={props.onClose} />}
          </Show>
        </Dialog>
      )}
    </Show>
  );
}
