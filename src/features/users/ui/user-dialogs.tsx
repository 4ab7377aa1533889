import { createAsync, useAction } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { failureText } from "~/features/auth/ui/failure-text";
import { formAction } from "~/features/auth/ui/form-action";
import { domainList } from "~/features/domains/ui/queries";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { toast } from "~/ui/toast-store";
import type { MailUser } from "../schema";
import ResetDialog from "./access/reset-dialog";
import { EditUserDialog } from "./edit-user-dialog";
import { purgeUser, removeUser, renameUser, setName, setQuota, undeleteUser } from "./queries";
import { QuotaSelect } from "./quota-select";
import { SuspendDialog } from "./suspend-dialog";
import { usableDomains } from "./usable-domains";
import type { Act } from "./user-menu";

type UserDialogsProps = {
  user: MailUser;
  act: Act;
  onClose: () => void;
  /** The user is not there any more. */
  onRemoved?: () => void;
};

/** The dialog that belongs to what was chosen in a user's menu. Fetched when the first one is. */
export default function UserDialogs(props: UserDialogsProps) {
  const [remove, undelete, purge] = [useAction(removeUser), useAction(undeleteUser), useAction(purgeUser)];
  const [quotaForm, nameForm, renameForm] = [formAction(setQuota), formAction(setName), formAction(renameUser)];
  const address = () => ({ address: props.user.address });
  const done = (text: string) => {
    props.onClose();
    toast(text, { tone: "success" });
  };
  const removed = async () => {
    const { id, address: of } = props.user;
    await remove(id);
    props.onClose();
    props.onRemoved?.();
    const undo = () =>
      undelete(id).then(
        () => toast(t("people.undeleted", { address: of }), { tone: "success" }),
        (error: unknown) => toast(failureText(error), { tone: "danger" }),
      );
    toast(t("users.removed", { address: of }), {
      tone: "success",
      action: { label: t("common.undo"), onSelect: () => void undo() },
    });
  };
  const edit = () => ({ userId: props.user.id, onClose: props.onClose });
  return (
    <Switch>
      <Match when={props.act === "setPassword"}>
        <ResetDialog userId={props.user.id} address={props.user.address} onClose={props.onClose} />
      </Match>
      <Match when={props.act === "setQuota"}>
        <EditUserDialog
          {...edit()}
          form={quotaForm}
          title={t("users.quotaTitle", address())}
          text={t("users.quotaText", { used: formatBytes(props.user.usedBytes, locale()) })}
          onDone={() => done(t("users.quotaSet", address()))}
        >
          {(issues) => <QuotaSelect value={props.user.quotaBytes} issues={issues.quotaBytes} />}
        </EditUserDialog>
      </Match>
      <Match when={props.act === "editName"}>
        <EditUserDialog
          {...edit()}
          form={nameForm}
          title={t("people.nameTitle", address())}
          text={t("people.nameText")}
          onDone={() => done(t("people.nameSet"))}
        >
          {(issues) => (
            <Field
              label={t("users.displayName")}
              name="displayName"
              maxlength={100}
              autofocus
              autocomplete="off"
              value={props.user.displayName}
              issues={issues.displayName}
            />
          )}
        </EditUserDialog>
      </Match>
      <Match when={props.act === "rename"}>
        <EditUserDialog
          {...edit()}
          form={renameForm}
          title={t("people.renameTitle", address())}
          text={t("people.renameText")}
          onDone={() => done(t("people.renamed"))}
        >
          {(issues) => <RenameFields user={props.user} issues={issues} />}
        </EditUserDialog>
      </Match>
      <Match when={props.act === "suspend"}>
        <SuspendDialog user={props.user} onClose={props.onClose} />
      </Match>
      <Match when={props.act === "remove"}>
        <ActDialog
          onClose={props.onClose}
          act={removed}
          title={t("users.removeTitle", address())}
          confirmLabel={t("users.remove")}
          tone="danger"
          match={props.user.address}
        >
          {t("people.removeText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "purge"}>
        <ActDialog
          onClose={props.onClose}
          act={() => purge(props.user.id)}
          done={t("people.purged", address())}
          title={t("people.purgeTitle", address())}
          confirmLabel={t("people.purge")}
          tone="danger"
          match={props.user.address}
        >
          {t("people.purgeText")}
        </ActDialog>
      </Match>
    </Switch>
  );
}

function RenameFields(props: { user: MailUser; issues: Record<string, string> }) {
  const domains = createAsync(() => domainList());
  const at = () => props.user.address.lastIndexOf("@");
  const choices = () => {
    const usable = usableDomains(domains()).map(({ id, name }) => ({ value: id, label: `@${name}` }));
    const own = { value: props.user.domainId, label: props.user.address.slice(at()) };
    return usable.some(({ value }) => value === own.value) ? usable : [own, ...usable];
  };
  return (
    <>
      <Field
        label={t("users.localPart")}
        name="localPart"
        required
        maxlength={320}
        autofocus
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={props.user.address.slice(0, at())}
        issues={props.issues.localPart}
      />
      <Select
        label={t("users.domainLabel")}
        name="domainId"
        value={props.user.domainId}
        options={choices()}
        issues={props.issues.domainId}
      />
      <Checkbox
        name="keepsOld"
        checked
        label={t("people.keepsOld", { address: props.user.address })}
        help={t("people.keepsOldHelp")}
      />
    </>
  );
}
