import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Notice } from "~/ui/notice";
import { PasswordField } from "~/ui/password-field";

const tokensPage = "https://dash.cloudflare.com/profile/api-tokens";

/** Asks for a token, and says where to get one that may do exactly what is needed; a kept one needs no asking. */
export function TokenForm(props: {
  zone: string;
  hasToken: boolean;
  mayMoveMail: boolean;
  isBusy: boolean;
  problem: string | undefined;
  onPreview: (wish: { token: string | undefined; movesMail: boolean }) => void;
  onForget: () => void;
}) {
  const [usesOther, setUsesOther] = createSignal(false);
  const asks = () => !props.hasToken || usesOther();
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (props.isBusy) return;
    const form = new FormData(event.currentTarget);
    const token = String(form.get("token") ?? "").trim() || undefined;
    props.onPreview({ token, movesMail: form.get("movesMail") === "on" });
  };
  return (
    <form method="post" class="grid gap-4" onSubmit={submit}>
      <Show when={asks()} fallback={<Kept onOther={() => setUsesOther(true)} onForget={() => props.onForget()} />}>
        <details>
          <summary class="cursor-pointer">{t("connect.howTitle")}</summary>
          <ol class="grid gap-2 mt-3 pl-5 list-decimal">
            <li>{t("connect.how1")}</li>
            <li>{t("connect.how2")}</li>
            <li>{t("connect.how3", { zone: props.zone })}</li>
            <li>{t("connect.how4")}</li>
          </ol>
          <p class="mt-3">
            <a href={tokensPage} target="_blank" rel="noopener noreferrer">
              {t("connect.howOpen")}
            </a>
          </p>
        </details>
        <PasswordField
          label={t("connect.token")}
          help={t("connect.tokenHelp")}
          name="token"
          required
          minlength={10}
          maxlength={400}
          autocomplete="off"
        />
      </Show>
      <Show when={props.mayMoveMail}>
        <Checkbox name="movesMail" label={t("connect.movesMail")} help={t("connect.movesMailHelp")} />
      </Show>
      <Show when={props.problem}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
      <div>
        <Button type="submit" busy={props.isBusy}>
          {t("connect.preview")}
        </Button>
      </div>
    </form>
  );
}

const Kept = (props: { onOther: () => void; onForget: () => void }) => (
  <div class="grid gap-3">
    <p>{t("connect.tokenKept")}</p>
    <div class="flex flex-wrap gap-2">
      <Button size="sm" onClick={() => props.onOther()}>
        {t("connect.tokenOther")}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => props.onForget()}>
        {t("connect.tokenForget")}
      </Button>
    </div>
  </div>
);
