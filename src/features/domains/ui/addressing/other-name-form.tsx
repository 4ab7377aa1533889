import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { formAction } from "~/features/auth/ui/form-action";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { toast } from "~/ui/toast-store";
import type { DomainAddressing } from "../../schema/addressing";
import { domainList } from "../queries";
import { addressFailure } from "./address-failure";
import { setAliasOf } from "./queries";

/** Whether a domain is another name of one, and which names it has itself. */
export function OtherNameForm(props: { addressing: DomainAddressing; name: string }) {
  const domains = createAsync(() => domainList());
  const form = formAction(setAliasOf, addressFailure);
  const main = () => props.addressing.aliasOf;
  const names = () => props.addressing.otherNames.map(({ name }) => name);
  const isHeld = () => props.addressing.hasAddresses || names().length > 0;
  const choices = () => {
    const listed = (domains()?.domains ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }));
    const others = listed.filter(({ value }) => value !== props.addressing.domainId && value !== main()?.id);
    const now = main();
    return [...(now ? [{ value: now.id, label: now.name }] : []), ...others];
  };
  const submit = async (event: Parameters<typeof form.submit>[0]) => {
    if (await form.submit(event)) toast(t("addresses.otherNameSaved"), { tone: "success" });
  };
  return (
    <form method="post" class="grid grid-cols-1 gap-3 justify-items-start" onSubmit={(event) => void submit(event)}>
      <h3 class="m-0 text-base">{t("addresses.otherNameTitle")}</h3>
      <Show when={form.problem()}>{(problem) => <Notice tone="danger">{problem()}</Notice>}</Show>
      <Show when={names().length > 0}>
        <p class="m-0 break-words">{t("addresses.otherNames", { names: names().join(", ") })}</p>
      </Show>
      <Show
        when={!isHeld()}
        fallback={
          <Show when={props.addressing.hasAddresses}>
            <p class="m-0 text-muted">{t("addresses.otherNameHeld", { name: props.name })}</p>
          </Show>
        }
      >
        <input type="hidden" name="domainId" value={props.addressing.domainId} />
        <Select
          label={t("addresses.otherNameLabel")}
          help={t("addresses.otherNameHelp", { name: props.name })}
          name="mainId"
          class="w-full"
          placeholder={t("addresses.otherNameOwn")}
          value={main()?.id ?? ""}
          options={choices()}
        />
        <Button type="submit" busy={form.isBusy()}>
          {t("common.save")}
        </Button>
      </Show>
    </form>
  );
}
