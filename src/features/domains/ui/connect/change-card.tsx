import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";
import { Progress } from "~/ui/progress";
import type { DnsChange } from "../../schema/connect";
import { ChangeLines } from "./change-lines";
import { connectFailure } from "./connect-failure";

const tones = { applied: "success", undone: "neutral", failed: "danger" } as const;

function titleOf({ state, isUndo }: DnsChange): string {
  if (state === "failed") return t(isUndo ? "connect.failedUndoTitle" : "connect.failedTitle");
  return t(state === "undone" ? "connect.undoneTitle" : "connect.appliedTitle");
}

function textOf({ state, error, done, total }: DnsChange): string {
  const said = error
    ? t(`connect.error_${error}`)
    : t(state === "undone" ? "connect.undoneText" : "connect.appliedText");
  return state === "failed" && done > 0 ? `${said} ${t("connect.failedProgress", { done, total })}` : said;
}

/** The last change: how far it is, how it ended, and the way back. */
export function ChangeCard(props: {
  domainId: string;
  change: DnsChange;
  hasToken: boolean;
  canEdit: boolean;
  onBegun: () => Promise<unknown>;
}) {
  const [busy, setBusy] = createSignal<"undo" | "change">();
  const [problem, setProblem] = createSignal<string>();
  const canUndo = () => (props.change.state === "applied" || props.change.state === "failed") && props.change.done > 0;
  const canGoOn = () =>
    props.change.state === "failed" && !props.change.isUndo && props.change.error !== "changed_since";
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const act = (event.submitter as HTMLButtonElement | null)?.value === "change" ? "change" : "undo";
    const token = String(new FormData(event.currentTarget).get("token") ?? "").trim() || undefined;
    setBusy(act);
    setProblem(undefined);
    const { domainId, change, hasToken } = props;
    try {
      await trpc.domains.connect[act].mutate({ domainId, changeId: change.id, token, keepsToken: hasToken });
      await props.onBegun();
    } catch (error) {
      setProblem(connectFailure(error));
    }
    setBusy(undefined);
  };
  return (
    <Card>
      <div class="grid gap-4" data-change={props.change.state}>
        <div role="status" class="grid gap-3">
          <Show when={props.change.state !== "applying" && props.change} fallback={<Doing change={props.change} />}>
            {(over) => (
              <Notice tone={tones[over().state as keyof typeof tones]} title={titleOf(over())}>
                {textOf(over())}
              </Notice>
            )}
          </Show>
        </div>
        <details>
          <summary class="cursor-pointer text-muted text-sm">{t("connect.what")}</summary>
          <div class="grid gap-4 mt-3">
            <ChangeLines add={props.change.add} remove={props.change.remove} />
          </div>
        </details>
        <Show when={props.canEdit && (canUndo() || canGoOn())}>
          <form method="post" class="grid gap-3 justify-items-start" onSubmit={(event) => void submit(event)}>
            <Show when={!props.hasToken}>
              <PasswordField
                class="w-full"
                label={t("connect.tokenAgain")}
                help={t("connect.tokenAgainHelp")}
                name="token"
                required
                minlength={10}
                maxlength={400}
                autocomplete="off"
              />
            </Show>
            <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
            <div class="flex flex-wrap gap-2">
              <Show when={canGoOn()}>
                <Button type="submit" value="change" variant="primary" busy={busy() === "change"}>
                  {t("connect.goOn")}
                </Button>
              </Show>
              <Show when={canUndo()}>
                <Button type="submit" value="undo" busy={busy() === "undo"}>
                  {t("connect.undo")}
                </Button>
              </Show>
            </div>
          </form>
        </Show>
      </div>
    </Card>
  );
}

const Doing = (props: { change: DnsChange }) => {
  const text = () => {
    const { done, total, isUndo } = props.change;
    return t(isUndo ? "connect.undoing" : "connect.doing", { done, total });
  };
  return (
    <Progress label={text()} text={text()} value={props.change.done} max={props.change.total} variant="progress" />
  );
};
