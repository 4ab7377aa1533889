import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";
import { toast } from "~/ui/toast-store";
import { formAction } from "../form-action";
import { FormDialog } from "./form-dialog";
import { invite } from "./queries";
import { RoleChoice } from "./role-choice";

/** Asks whom to invite, and what they may do. */
export default function InviteDialog(props: { canNameOwner: boolean; onClose: () => void }) {
  const form = formAction(invite);
  const done = (sent: FormData) => {
    props.onClose();
    toast(t("team.invited", { email: String(sent.get("email")) }), { tone: "success" });
  };
  return (
    <FormDialog
      title={t("team.inviteTitle")}
      text={t("team.inviteText")}
      submitLabel={t("team.inviteSend")}
      form={form}
      onClose={props.onClose}
      onDone={done}
    >
      <Field
        label={t("team.email")}
        name="email"
        type="email"
        required
        maxlength={254}
        autocomplete="off"
        autofocus
        issues={form.issues().email}
      />
      <RoleChoice value="viewer" canNameOwner={props.canNameOwner} issue={form.issues().domainIds} />
    </FormDialog>
  );
}
