import { useNavigate } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { toast } from "~/ui/toast-store";
import type { OutboxItem } from "../../schema/outbox";
import { fullTime } from "../mail-time";
import { outboxFailure } from "./outbox-failure";
import { callBack, reschedule } from "./queries";

const PickTimeDialog = lazyPart(
  () => import("./pick-time-dialog"),
  (part) => part.onClose(),
);

/** What can still be done with a message: call it back, send it at another time or now; of a refused one, write on. */
export function OutboxActs(props: { item: OutboxItem }) {
  const [isBusy, setBusy] = createSignal(false);
  const [isPicking, setPicking] = createSignal(false);
  const navigate = useNavigate();
  const act = async (work: () => Promise<void>) => {
    if (isBusy()) return;
    setBusy(true);
    await work().catch((error: unknown) => toast(outboxFailure(error), { tone: "danger", duration: 0 }));
    setBusy(false);
  };
  const cancel = () => {
    const { id, threadId } = props.item;
    return act(async () => {
      await callBack(id);
      const open = { label: t("outbox.openDraft"), onSelect: () => navigate(`/mail/drafts/${threadId}`) };
      toast(t("outbox.calledBack"), { tone: "success", ...(threadId ? { action: open } : {}) });
    });
  };
  const sendAt = (at?: string) => {
    const { id } = props.item;
    return act(async () => {
      const leaves = await reschedule(id, at);
      toast(at ? t("outbox.waitsUntil", { time: fullTime(leaves) }) : t("webmail.sent"), { tone: "success" });
    });
  };
  const about = () => props.item.subject || t("webmail.noSubject");
  return (
    <Switch>
      <Match when={props.item.canCancel}>
        <div data-slot="outbox-acts" role="group" aria-label={t("outbox.actsFor", { subject: about() })}>
          <Button size="sm" onClick={() => void cancel()}>
            {t("outbox.cancel")}
          </Button>
          <Show when={props.item.state === "scheduled"}>
            <Button
              size="sm"

              onPointerEnter={PickTimeDialog.preload}
              onClick={() => setPicking(true)}
            >
              {t("outbox.changeTime")}
            </Button>
            <Button size="sm" onClick={() => void sendAt()}>
              {t("outbox.sendNow")}
            </Button>
          </Show>
        </div>
        <Show when={isPicking()}>
          <PickTimeDialog
            {...(props.item.sendAt ? { at: props.item.sendAt } : {})}
            onClose={() => setPicking(false)}
            onPick={(at) => (setPicking(false), void sendAt(at))}
          />
        </Show>
      </Match>
      <Match when={props.item.state === "failed" && props.item.error && props.item.threadId}>
        {(threadId) => (
          <div data-slot="outbox-acts">
            <LinkButton size="sm" href={`/mail/drafts/${threadId()}`}>
              {t("outbox.openDraft")}
            </LinkButton>
          </div>
        )}
      </Match>
    </Switch>
  );
}
