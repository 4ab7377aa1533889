import { useAction } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { formAction } from "~/features/auth/ui/form-action";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { PasswordField } from "~/ui/password-field";
import { toast } from "~/ui/toast-store";
import type { MailUser } from "../schema";
import { EditUserDialog } from "./edit-user-dialog";
import { removeUser, setPassword, setQuota, suspendUser } from "./queries";
import { QuotaSelect } from "./quota-select";
import type { Act } from "./user-menu";

type UserDialogsProps = { user: MailUser; act: Act; onClose: () => void };

/** The dialog that belongs to what was chosen in a user's menu. Fetched when the first one is. */
export default function UserDialogs(props: UserDialogsProps) {
  const [suspend, remove] = [useAction(suspendUser), useAction(removeUser)];
  const [passwordForm, quotaForm] = [formAction(setPassword), formAction(setQuota)];
  const address = () => ({ address: props.user.address });
  const done = (text: string) => {
    props.onClose();
    toast(text, { tone: "success" });
  };
  return (
    <Switch>
      <Match when={props.act === "setPassword"}>
        <EditUserDialog
          userId={props.user.id}
          form={passwordForm}
          title={t("users.passwordTitle", address())}
          text={t("users.passwordText")}
          onClose={props.onClose}
          onDone={() => done(t("users.passwordSet", address()))}
        >
          {(issues) => (
            <PasswordField
              label={t("users.password")}
              help={t("users.passwordHelp")}
              name="password"
              required
              minlength={10}
              maxlength={200}
              autofocus
              autocomplete="new-password"
              issues={issues.password}
            />
          )}
        </EditUserDialog>
      </Match>
      <Match when={props.act === "setQuota"}>
        <EditUserDialog
          userId={props.user.id}
          form={quotaForm}
          title={t("users.quotaTitle", address())}
          text={t("users.quotaText", { used: formatBytes(props.user.usedBytes, locale()) })}
          onClose={props.onClose}
          onDone={() => done(t("users.quotaSet", address()))}
        >
          {(issues) => <QuotaSelect value={props.user.quotaBytes} issues={issues.quotaBytes} />}
        </EditUserDialog>
      </Match>
      <Match when={props.act === "suspend"}>
        <ActDialog
          onClose={props.onClose}
          act={() => suspend(props.user.id)}
          done={t("users.suspended", address())}
          title={t("users.suspendTitle", address())}
          confirmLabel={t("users.suspend")}
          tone="danger"
        >
          {t("users.suspendText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "remove"}>
        <ActDialog
          onClose={props.onClose}
          act={() => remove(props.user.id)}
          done={t("users.removed", address())}
          title={t("users.removeTitle", address())}
          confirmLabel={t("users.remove")}
          tone="danger"
          match={props.user.address}
        >
          {t("users.removeText")}
        </ActDialog>
      </Match>
    </Switch>
  );
}
