import { createAsync, useAction } from "@solidjs/router";
import { createSignal, createUniqueId, Show, Suspense } from "solid-js";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import { toast } from "~/ui/toast-store";
import type { MailboxLink, UserAccess } from "../../schema/access";
import { LinkDialog } from "./link-dialog";
import { makeInvitation, sendReset, userAccess } from "./queries";

type ResetDialogProps = { userId: string; address: string; onClose: () => void };

/** Makes a link for a password: the first, or a new one, which goes to the recovery address where there is one. */
export default function ResetDialog(props: ResetDialogProps) {
  const access = createAsync(() => userAccess(props.userId));
  const [made, setMade] = createSignal<MailboxLink>();
  const isFirst = () => access.latest?.passwordSetAt === null;
  const take = (link: MailboxLink) => {
    if (link.link) return void setMade(link);
    props.onClose();
    toast(t("access.resetMailed", { email: link.mailedTo ?? "" }), { tone: "success" });
  };
  return (
    <Show
      when={made()}
      fallback={
        <Suspense fallback={<Skeleton />}>
          <Show when={access()}>{(known) => <Asking {...props} access={known()} onMade={take} />}</Show>
        </Suspense>
      }
    >
      {(link) => <LinkDialog address={props.address} made={link()} isFirst={isFirst()} onClose={props.onClose} />}
    </Show>
  );
}

function Asking(props: ResetDialogProps & { access: UserAccess; onMade: (link: MailboxLink) => void }) {
  const formId = createUniqueId();
  const [invite, reset] = [useAction(makeInvitation), useAction(sendReset)];
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const hasPassword = () => props.access.passwordSetAt !== null;
  const make = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy()) return;
    const toRecovery = new FormData(event.currentTarget).get("how") === "recovery";
    setBusy(true);
    setProblem(undefined);
    try {
      props.onMade(await (hasPassword() ? reset(props.userId, toRecovery) : invite(props.userId)));
    } catch (error) {
      setProblem(failureText(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("access.resetTitle", { address: props.address })}
      description={hasPassword() ? t("access.resetText") : t("access.createText")}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy()}>
            {t("access.resetMake")}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={make}>
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <Show when={hasPassword() && props.access.recoveryEmail}>
          {(email) => (
            <fieldset class="m-0 grid gap-3 border-0 p-0">
              <legend class="mb-2 p-0 text-sm font-medium">{t("access.resetHow")}</legend>
              <Checkbox
                type="radio"
                name="how"
                value="recovery"
                checked
                label={t("access.resetToRecovery", { email: email() })}
                help={t("access.resetToRecoveryHelp")}
              />
              <Checkbox
                type="radio"
                name="how"
                value="hand"
                label={t("access.resetByHand")}
                help={t("access.resetByHandHelp")}
              />
            </fieldset>
          )}
        </Show>
      </form>
    </Dialog>
  );
}
