import { useAction } from "@solidjs/router";
import { createSignal, createUniqueId, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { Role } from "../../schema";
import { failureText, issuesOf } from "../failure-text";
import { type DomainChoice, DomainsField } from "./domains-field";
import { NewToken } from "./new-token";
import { createToken } from "./queries";
import { ScopesField } from "./scopes-field";
import { wishOf } from "./token-form";

const ends = ["7", "30", "90", "180", "365", "never"] as const;

/** Asks what a token may do and for how long, then shows it, once. */
export default function CreateTokenDialog(props: {
  role: Role;
  domains: readonly DomainChoice[];
  onClose: () => void;
}) {
  const formId = createUniqueId();
  const create = useAction(createToken);
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const [secret, setSecret] = createSignal<string>();
  const issues = () => (failure() === undefined ? {} : issuesOf(failure()));
  const networksIssue = () =>
    Object.keys(issues()).some((path) => path.startsWith("networks")) && t("api.networksInvalid");
  const problem = () => failure() !== undefined && Object.keys(issues()).length === 0 && failureText(failure());
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy()) return;
    const wish = wishOf(new FormData(event.currentTarget));
    setBusy(true);
    setFailure(undefined);
    try {
      setSecret((await create(wish)).secret);
    } catch (error) {
      setFailure(() => error ?? null);
    }
    setBusy(false);
  };
  return (
    <Show
      when={secret()}
      fallback={
        <Dialog
          open
          onClose={props.onClose}
          title={t("api.createTitle")}
          description={t("api.createText")}
          footer={
            <>
              <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
              <Button type="submit" form={formId} variant="primary" busy={isBusy()}>
                {t("api.create")}
              </Button>
            </>
          }
        >
          <form id={formId} method="post" class="grid gap-4" onSubmit={submit}>
            <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
            <Field
              label={t("api.name")}
              help={t("api.nameHelp")}
              name="name"
              required
              maxlength={60}
              autofocus
              autocomplete="off"
              issues={issues().name}
            />
            <Show when={props.role === "owner" || props.role === "admin"}>
              <Select
                label={t("api.holder")}
                name="holder"
                value="me"
                options={(["me", "tenant"] as const).map((value) => ({ value, label: t(`api.holder_${value}`) }))}
              />
            </Show>
            <ScopesField role={props.role} issue={issues().scopes} />
            <DomainsField domains={props.domains} />
            <Select
              label={t("api.ends")}
              name="ends"
              value="90"
              options={ends.map((value) => ({ value, label: t(`api.ends_${value}`) }))}
            />
            <TextArea
              label={t("api.networks")}
              help={t("api.networksHelp")}
              name="networks"
              optional
              rows={2}
              maxlength={1000}
              spellcheck={false}
              issues={networksIssue() || undefined}
            />
          </form>
        </Dialog>
      }
    >
      {(shown) => <NewToken secret={shown()} onClose={props.onClose} />}
    </Show>
  );
}
