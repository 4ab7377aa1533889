import { createUniqueId, type JSX, Match, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { toast } from "~/ui/toast-store";
import { formAction } from "../form-action";
import { AddPasskeyDialog } from "./add-passkey-dialog";
import { RemoveFactorDialog } from "./remove-factor-dialog";
import type { PasskeyAct } from "./passkeys-card";
import { removePasskey, renamePasskey } from "./actions";

type PasskeyDialogsProps = { act: PasskeyAct; host: string; onClose: () => void };

const passkeyOf = (act: PasskeyAct) => (act.act === "add" ? undefined : act.passkey);

/** The dialog that belongs to what was chosen for a passkey. */
export default function PasskeyDialogs(props: PasskeyDialogsProps): JSX.Element {
  const removal = formAction(removePasskey);
  const done = (text: string) => {
    props.onClose();
    toast(text, { tone: "success" });
  };
  return (
    <Switch>
      <Match when={props.act.act === "add"}>
        <AddPasskeyDialog host={props.host} onClose={props.onClose} />
      </Match>
      <Match when={props.act.act === "rename" && passkeyOf(props.act)}>
        {(passkey) => (
          <RenameDialog
            {...passkey()}
            onClose={props.onClose}
            onDone={() => done(t("security.renamed", { name: passkey().name }))}
          />
        )}
      </Match>
      <Match when={props.act.act === "remove" && passkeyOf(props.act)}>
        {(passkey) => (
          <RemoveFactorDialog
            title={t("security.passkeyRemoveTitle", { name: passkey().name })}
            text={t("security.passkeyRemoveText")}
            form={removal}
            fields={{ passkeyId: passkey().id }}
            onClose={props.onClose}
            onDone={() => done(t("security.passkeyRemoved", { name: passkey().name }))}
          />
        )}
      </Match>
    </Switch>
  );
}

function RenameDialog(props: { id: string; name: string; onClose: () => void; onDone: () => void }) {
  const formId = createUniqueId();
  const form = formAction(renamePasskey);
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) props.onDone();
  };
  return (
    <Dialog
      open
      size="sm"
      onClose={props.onClose}
      title={t("security.renameTitle")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy()}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" onSubmit={submit}>
        <input type="hidden" name="passkeyId" value={props.id} />
        <Field
          label={t("security.passkeyName")}
          name="name"
          required
          maxlength={60}
          autofocus
          value={props.name}
          issues={form.issues().name ?? form.problem()}
        />
      </form>
    </Dialog>
  );
}
