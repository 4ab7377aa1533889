import { t } from "~/lib/i18n/t";
import { toast } from "~/ui/toast-store";
import type { TeamMember } from "../../schema/team";
import { formAction } from "../form-action";
import { FormDialog } from "./form-dialog";
import { setRole } from "./queries";
import { RoleChoice } from "./role-choice";

/** Changes what one member may do. */
export function RoleDialog(props: { member: TeamMember; canNameOwner: boolean; onClose: () => void }) {
  const form = formAction(setRole);
  const email = () => ({ email: props.member.email });
  const done = () => {
    // The member is known as long as the dialog is open.
    toast(t("team.roleChanged", email()), { tone: "success" });
    props.onClose();
  };
  return (
    <FormDialog
      title={t("team.changeRoleTitle", email())}
      text={t("team.changeRoleText")}
      submitLabel={t("common.save")}
      form={form}
      onClose={props.onClose}
      onDone={done}
    >
      <input type="hidden" name="memberId" value={props.member.id} />
      <RoleChoice
        value={props.member.role}
        domainIds={props.member.domainIds}
        canNameOwner={props.canNameOwner}
        issue={form.issues().domainIds}
      />
    </FormDialog>
  );
}
