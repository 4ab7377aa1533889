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
  const [busy, setBusy] = createSignal<"callBack" | "changeTime" | "sendNow">();
  const [isPicking, setPicking] = createSignal(false);
  const navigate = useNavigate();
  let last = Promise.resolve();
  /** One after another: what is pressed while another act is under way waits for it. */
  const act = (name: ReturnType<typeof busy>, work: () => Promise<void>) => {
    last = last.then(async () => {
      setBusy(name);
      await work().catch((error: unknown) => toast(outboxFailure(error), { tone: "danger", duration: 0 }));
      setBusy(undefined);
    });
  };
  const cancel = () => {
    const { id, threadId } = props.item;
    act("callBack", async () => {
      await callBack(id);
      const open = { label: t("outbox.openDraft"), onSelect: () => navigate(`/mail/drafts/${threadId}`) };
      toast(t("outbox.calledBack"), { tone: "success", ...(threadId ? { action: open } : {}) });
    });
  };
  const sendAt = (at?: string) => {
    const { id } = props.item;
    act(at ? "changeTime" : "sendNow", async () => {
      const leaves = await reschedule(id, at);
      toast(at ? t("outbox.waitsUntil", { time: fullTime(leaves) }) : t("webmail.sent"), { tone: "success" });
    });
  };
  const about = () => props.item.subject || t("webmail.noSubject");
  return (
    <Switch>
      <Match when={props.item.canCancel}>
        <div data-slot="outbox-acts" role="group" aria-label={t("outbox.actsFor", { subject: about() })}>
          <Button size="sm" busy={busy() === "callBack"} onClick={cancel}>
            {t("outbox.cancel")}
          </Button>
          <Show when={props.item.state === "scheduled"}>
            <Button
              size="sm"
              busy={busy() === "changeTime"}
              onPointerEnter={PickTimeDialog.preload}
              onClick={() => setPicking(true)}
            >
              {t("outbox.changeTime")}
            </Button>
            <Button size="sm" busy={busy() === "sendNow"} onClick={() => sendAt()}>
              {t("outbox.sendNow")}
            </Button>
          </Show>
        </div>
        <Show when={isPicking()}>
          <PickTimeDialog
            {...(props.item.sendAt ? { at: props.item.sendAt } : {})}
            onClose={() => setPicking(false)}
            onPick={(at) => (setPicking(false), sendAt(at))}
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
