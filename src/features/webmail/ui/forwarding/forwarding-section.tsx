import { createAsync, revalidate, useAction } from "@solidjs/router";
import { createEffect, onCleanup } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { addressFailure } from "~/features/domains/ui/addressing/address-failure";
import { ForwardingCard } from "~/features/users/ui/addresses/forwarding-card";
import { t } from "~/lib/i18n/t";
import { hasFailed } from "../page-data";
import { ownForwarding, removeOwnForwarding, resendOwnForwarding, setOwnForwarding } from "./queries";

/** The mail server takes a change over within seconds. */
const lookAgainMs = 2000;

/** Where one's own mail goes on to. */
export function ForwardingSection() {
  const known = createAsync(() => ownForwarding());
  const forwarding = () => {
    const read = known();
    return read && !hasFailed(read) ? read.forwarding : undefined;
  };
  const form = formAction(setOwnForwarding, addressFailure);
  const [resend, remove] = [useAction(resendOwnForwarding), useAction(removeOwnForwarding)];
  createEffect(() => {
    const now = forwarding();
    if (!now || now.application !== "pending" || now.waitsForSignIn) return;
    const timer = setTimeout(() => void revalidate(ownForwarding.key), lookAgainMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <ForwardingCard
      forwarding={forwarding()}
      canEdit
      description={t("addresses.forwardOwnText")}
      form={form}
      resend={() => resend()}
      remove={() => remove()}
    />
  );
}
