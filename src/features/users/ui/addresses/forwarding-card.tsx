import { createSignal, Match, Show, Switch } from "solid-js";
import type { FormAction } from "~/features/auth/ui/form-action";
import type { Forwarding } from "~/features/users/schema/forwarding";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import { addressFailure } from "~/features/domains/ui/addressing/address-failure";
import { ForwardingForm } from "./forwarding-form";

export type ForwardingCardProps = {
  /** Undefined while it is not known yet. */
  forwarding: Forwarding | null | undefined;
  canEdit: boolean;
  description: string;
  /** Set for who looks after another's mailbox. */
  userId?: string;
  form: FormAction;
  resend: () => Promise<unknown>;
  remove: () => Promise<unknown>;
};

/** Where mail goes on to, how that stands, and how to change it. */
export function ForwardingCard(props: ForwardingCardProps) {
  const [isChanging, setChanging] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await work();
      toast(done, { tone: "success" });
    } catch (error) {
      toast(addressFailure(error), { tone: "danger" });
    }
    setBusy(false);
  };
  return (
    <Card title={t("addresses.forwardTitle")} description={props.description}>
      <div class="grid grid-cols-1 gap-4">
        <Show when={props.forwarding === null && !props.canEdit}>
          <p class="m-0 text-muted">{t("addresses.forwardNone")}</p>
        </Show>
        <Show when={props.forwarding}>
          {(forwarding) => (
            <div class="grid grid-cols-1 gap-3">
              <p class="m-0 flex flex-wrap items-center gap-x-3 gap-y-1">
                <strong class="break-all">{t("addresses.forwardTo", { target: forwarding().target })}</strong>
                <ForwardingState forwarding={forwarding()} />
              </p>
              <p class="m-0 text-muted">
                {forwarding().keepsCopy ? t("addresses.forwardKeeps") : t("addresses.forwardAway")}
              </p>
              <Show when={props.canEdit}>
                <div class="flex flex-wrap gap-2">
                  <Button disabled={isChanging()} onClick={() => setChanging(true)}>
                    {t("addresses.forwardChange")}
                  </Button>
                  <Show when={forwarding().state === "waiting"}>
                    <Button
                      busy={isBusy()}
                      onClick={() =>
                        void run(props.resend, t("addresses.forwardAsked", { target: forwarding().target }))
                      }
                    >
                      {t("addresses.forwardAskAgain")}
                    </Button>
                  </Show>
                  <Button
                    variant="ghost"
                    busy={isBusy()}
                    onClick={() => void run(props.remove, t("addresses.forwardEnded"))}
                  >
                    {t("addresses.forwardEnd")}
                  </Button>
                </div>
              </Show>
            </div>
          )}
        </Show>
        <Show when={props.canEdit && (props.forwarding === null || (props.forwarding && isChanging()))}>
          <ForwardingForm
            form={props.form}
            userId={props.userId}
            forwarding={props.forwarding ?? null}
            onDone={() => setChanging(false)}
          />
        </Show>
      </div>
    </Card>
  );
}

const hourOf = (at: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));

/** Whether mail is passed on, and what it waits for. */
function ForwardingState(props: { forwarding: Forwarding }) {
  const isOver = () => props.forwarding.linkEndsAt !== null && Date.parse(props.forwarding.linkEndsAt) < Date.now();
  return (
    <Switch fallback={<StatusChip tone="accent">{t("addresses.applying")}</StatusChip>}>
      <Match when={props.forwarding.state === "waiting" && isOver()}>
        <StatusChip tone="warning">{t("addresses.forwardLinkEnded")}</StatusChip>
      </Match>
      <Match when={props.forwarding.state === "waiting"}>
        <StatusChip tone="neutral">{t("addresses.forwardWaiting")}</StatusChip>
        <small class="text-muted">
          {t("addresses.forwardUntil", { time: hourOf(props.forwarding.linkEndsAt ?? props.forwarding.createdAt) })}
        </small>
      </Match>
      <Match when={props.forwarding.waitsForSignIn}>
        <StatusChip tone="warning">{t("addresses.forwardSignIn")}</StatusChip>
      </Match>
      <Match when={props.forwarding.application === "applied"}>
        <StatusChip tone="success">{t("addresses.forwardConfirmed")}</StatusChip>
      </Match>
      <Match when={props.forwarding.application === "failed"}>
        <StatusChip tone="danger">{t("addresses.applyFailed")}</StatusChip>
      </Match>
    </Switch>
  );
}
