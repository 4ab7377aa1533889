import { useAction } from "@solidjs/router";
import { createSignal, Show, untrack } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { Block, MailUser } from "../schema";
import { BlockChoices } from "./block-choices";
import { resumeUser, suspendUser } from "./queries";

const usual: Block[] = ["signIn", "send"];

const blocksOf = ({ restrictions }: MailUser): Block[] =>
  (["signIn", "send", "receive"] as const).filter((block) => !restrictions[block]);

/** Asks what a mailbox user may not do any more, and offers at once to take it back. */
export function SuspendDialog(props: { user: MailUser; onClose: () => void }) {
  const [suspend, resume] = [useAction(suspendUser), useAction(resumeUser)];
  const before = untrack(() => blocksOf(props.user));
  const [chosen, setChosen] = createSignal<Block[]>(before.length > 0 ? before : usual);
  const [isEmpty, setEmpty] = createSignal(false);
  const act = async () => {
    const { id, address } = props.user;
    if (chosen().length === 0) return void setEmpty(true);
    await suspend(id, chosen());
    props.onClose();
    const undo = () =>
      (before.length > 0 ? suspend(id, before) : resume(id)).then(
        () => toast(t("people.undone"), { tone: "success" }),
        (error: unknown) => toast(failureText(error), { tone: "danger" }),
      );
    toast(t("users.suspended", { address }), {
      tone: "success",
      action: { label: t("common.undo"), onSelect: () => void undo() },
    });
  };
  return (
    <ActDialog
      onClose={props.onClose}
      act={act}
      title={t("people.suspendTitle", { address: props.user.address })}
      confirmLabel={t("users.suspend")}
      tone="danger"
    >
      <div class="grid gap-4">
        <Show when={isEmpty() && chosen().length === 0}>
          <Notice tone="danger">{t("people.blockNeeded")}</Notice>
        </Show>
        <BlockChoices chosen={chosen()} onChange={setChosen} />
      </div>
    </ActDialog>
  );
}
