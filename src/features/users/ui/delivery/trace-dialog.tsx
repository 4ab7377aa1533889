import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { ConfirmDialog } from "~/ui/confirm-dialog";
import { Dialog } from "~/ui/dialog";
import { RefreshIcon } from "~/ui/icons";
import { Skeleton } from "~/ui/skeleton";
import { toast } from "~/ui/toast-store";
import type { MailTrace } from "../../schema/trace";
import { TraceFacts } from "./trace-facts";

export type TraceDialogProps = {
  /** Null: it is not known any more. */
  trace: MailTrace | null | undefined;
  onClose: () => void;
  /** Absent: the reader may not. */
  onCancel?: (all: boolean) => Promise<unknown>;
  onRetry?: () => Promise<unknown>;
  wording: (error: unknown) => string;
};

/** What happened to one message, and what can still be done about it. */
export function TraceDialog(props: TraceDialogProps) {
  const [isAsking, setAsking] = createSignal(false);
  const [all, setAll] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const waits = () => props.trace && !props.trace.delivery.settledAt;
  const settle = (text: string, tone: "success" | "danger") => {
    toast(text, { tone });
    setBusy(false);
    setAsking(false);
  };
  const cancel = async () => {
    setBusy(true);
    try {
      await props.onCancel?.(all());
      settle(t("delivery.cancelled_done"), "success");
    } catch (error) {
      settle(props.wording(error), "danger");
    }
  };
  const retry = async () => {
    setBusy(true);
    try {
      await props.onRetry?.();
      settle(t("delivery.retried"), "success");
    } catch (error) {
      settle(props.wording(error), "danger");
    }
  };
  const others = () => (props.trace?.delivery.userId ? props.trace.waiting - 1 : 0);
  return (
    <>
      <Dialog
        open
        size="lg"
        title={t("delivery.details")}
        onClose={() => props.onClose()}
        footer={
          <>
            <Show when={waits() && props.onCancel}>
              <Button variant="danger" onClick={() => setAsking(true)}>
                {t("delivery.cancel")}
              </Button>
            </Show>
            <Show when={waits() && props.onRetry}>
              <Button icon={<RefreshIcon />} busy={isBusy()} onClick={() => void retry()}>
                {t("delivery.retry")}
              </Button>
            </Show>
            <Button variant="primary" onClick={() => props.onClose()}>
              {t("common.close")}
            </Button>
          </>
        }
      >
        <Show when={props.trace !== null} fallback={<p class="m-0">{t("delivery.gone")}</p>}>
          <Show when={props.trace} fallback={<Skeleton class="h-48" />}>
            {(trace) => <TraceFacts trace={trace()} />}
          </Show>
        </Show>
      </Dialog>
      <ConfirmDialog
        open={isAsking()}
        onClose={() => setAsking(false)}
        onConfirm={() => void cancel()}
        title={t("delivery.cancel_title")}
        confirmLabel={t("delivery.cancel_confirm")}
        tone="danger"
        busy={isBusy()}
      >
        <p class="m-0">{t("delivery.cancel_text", { address: props.trace?.delivery.recipient ?? "" })}</p>
        <Show when={others() > 0}>
          <Checkbox
            class="mt-3"
            label={t("delivery.cancel_all", { count: others() })}
            name="all"
            checked={all()}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        </Show>
      </ConfirmDialog>
    </>
  );
}
