import { createAsync, useAction } from "@solidjs/router";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import type { MailUser } from "~/features/users/schema";
import { addressFailure } from "~/features/domains/ui/addressing/address-failure";
import { AliasCard } from "./alias-card";
import { ForwardingCard } from "./forwarding-card";
import { forwardingOf, removeForwarding, resendForwarding, setForwarding } from "./queries";

/** Aliases and forwarding of a mailbox user. */
export function UserAddresses(props: { user: MailUser; canEdit: boolean }) {
  const known = createAsync(() => forwardingOf(props.user.id));
  const form = formAction(setForwarding, addressFailure);
  const [resend, remove] = [useAction(resendForwarding), useAction(removeForwarding)];
  return (
    <>
      <AliasCard user={props.user} canEdit={props.canEdit} />
      <ForwardingCard
        forwarding={known()?.forwarding}
        canEdit={props.canEdit}
        description={t("addresses.forwardText")}
        userId={props.user.id}
        form={form}
        resend={() => resend(props.user.id)}
        remove={() => remove(props.user.id)}
      />
    </>
  );
}
