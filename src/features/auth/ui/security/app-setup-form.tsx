import { createSignal } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Field } from "~/ui/field";
import type { FactorAdded, TotpSetup } from "../../schema/security";
import { failureText, issuesOf } from "../failure-text";
import { QrPicture } from "./qr-picture";
import { SignOutOthers } from "./sign-out-others";

type AppSetupFormProps = {
  setup: TotpSetup;
  /** Takes the app into use. */
  confirm: (given: { setup: string; code: string; signOutOthers: boolean }) => Promise<FactorAdded>;
  onAdded: (added: FactorAdded) => void;
  onCancel: () => void;
};

const inFours = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, "$1 ");

/** The picture for the app's camera, the same as text, and the field for a first code. */
export function AppSetupForm(props: AppSetupFormProps) {
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const confirm = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const given = { code: String(data.get("code")), signOutOthers: data.has("signOutOthers") };
    setBusy(true);
    setProblem(undefined);
    try {
      props.onAdded(await props.confirm({ setup: props.setup.setup, ...given }));
    } catch (error) {
      setProblem(issuesOf(error).code ? t("security.codeShape") : failureText(error));
    }
    setBusy(false);
  };
  return (
    <form method="post" class="grid gap-4" onSubmit={confirm}>
      <div class="flex flex-wrap items-center gap-5">
        <QrPicture rows={props.setup.picture} label={t("security.qrLabel")} />
        <div class="grid min-w-0 grow basis-48 gap-2 text-sm">
          <p class="m-0 text-muted">{t("security.secretText")}</p>
          <div class="flex items-center gap-2">
            <code class="break-words font-mono">{inFours(props.setup.secret)}</code>
            <CopyButton text={props.setup.secret} label={t("security.secretCopy")} />
          </div>
          <a href={props.setup.uri} rel="external">
            {t("security.openApp")}
          </a>
        </div>
      </div>
      <Field
        label={t("security.firstCode")}
        help={t("security.firstCodeHelp")}
        name="code"
        required
        maxlength={20}
        inputmode="numeric"
        autocomplete="one-time-code"
        autofocus
        issues={problem()}
      />
      <SignOutOthers />
      <div class="flex justify-end gap-2">
        <Button onClick={() => props.onCancel()}>{t("common.cancel")}</Button>
        <Button type="submit" variant="primary" busy={isBusy()}>
          {t("security.appConfirm")}
        </Button>
      </div>
    </form>
  );
}
