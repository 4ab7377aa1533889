import { useAction } from "@solidjs/router";
import { createSignal, createUniqueId, Match, onMount, Show, Switch } from "solid-js";
import { failureOf } from "~/features/auth/ui/failure-key";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { Block } from "../../schema";
import type { BulkAction, BulkPreview, PreviewBulk } from "../../schema/bulk";
import { BlockChoices } from "../block-choices";
import { QuotaSelect } from "../quota-select";
import { askBulk, startBulk } from "./queries";

export type BulkDialogProps = {
  action: BulkAction;
  target: Pick<PreviewBulk, "userIds" | "filter">;
  onClose: () => void;
  onBegun: () => void;
};

/** Names the number first, asks for what the action needs, and to type that number before anything is deleted. */
export default function BulkDialog(props: BulkDialogProps) {
  const formId = createUniqueId();
  const [ask, start] = [useAction(askBulk), useAction(startBulk)];
  const [preview, setPreview] = createSignal<BulkPreview>();
  const [problem, setProblem] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  const [blocks, setBlocks] = createSignal<Block[]>(["signIn", "send"]);
  const [typed, setTyped] = createSignal("");
  const count = () => preview()?.count ?? 0;
  const isLocked = () =>
    count() === 0 ||
    (props.action === "remove" && typed().trim() !== String(count())) ||
    (props.action === "suspend" && blocks().length === 0);
  const look = () =>
    ask({ action: props.action, ...props.target }).then(setPreview, (error: unknown) => setProblem(failureText(error)));
  onMount(() => void look());
  const failed = async (error: unknown) => {
    const failure = failureOf(error);
    if (failure?.key !== "bulk.grown") return void setProblem(failureText(error));
    setProblem(t("people.grown", { max: failure.max ?? 0 }));
    setTyped("");
    await look();
  };
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy() || isLocked()) return;
    const quotaBytes = Number(new FormData(event.currentTarget).get("quotaBytes")) || undefined;
    setBusy(true);
    setProblem(undefined);
    try {
      await start({ action: props.action, ...props.target, expected: count(), blocks: blocks(), quotaBytes });
      props.onBegun();
      toast(t("people.begun"), { tone: "success" });
    } catch (error) {
      await failed(error);
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      size="sm"
      title={preview() ? t(`people.ask_${props.action}`, { count: count() }) : t(`people.do_${props.action}`)}
      description={t(`people.text_${props.action}`)}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant={props.action === "remove" ? "danger" : "primary"}
            busy={isBusy()}
            disabled={isLocked()}
          >
            {t(`people.do_${props.action}`)}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <p class="m-0 text-sm text-muted" role="status">
          <Switch fallback={t("people.counting")}>
            <Match when={preview() && count() === 0}>{t("people.nobody")}</Match>
            <Match when={preview()}>{(known) => t("people.among", { names: known().examples.join(", ") })}</Match>
          </Switch>
        </p>
        <Show when={props.action === "suspend"}>
          <BlockChoices chosen={blocks()} onChange={setBlocks} />
        </Show>
        <Show when={props.action === "set_quota"}>
          <QuotaSelect />
        </Show>
        <Show when={props.action === "remove" && count() > 0}>
          <Field
            label={t("people.typeCount", { count: count() })}
            name="confirm"
            inputmode="numeric"
            autocomplete="off"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </Show>
      </form>
    </Dialog>
  );
}
