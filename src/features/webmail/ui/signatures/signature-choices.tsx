import { createAsync, useAction } from "@solidjs/router";
import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Select } from "~/ui/select";
import { toast } from "~/ui/toast-store";
import type { ComposingSetup } from "../../schema/composing";
import { failureText } from "../failure-text";
import { hasFailed } from "../page-data";
import { ownPreferences, setPreferences } from "../preferences/queries";

/** Which signature stands under messages from which address. Each choice counts at once. */
export function SignatureChoices(props: { setup: ComposingSetup }) {
  const known = createAsync(() => ownPreferences());
  const save = useAction(setPreferences);
  const chosen = () => {
    const preferences = known();
    return preferences && !hasFailed(preferences) ? preferences.signatures : undefined;
  };
  const choose = (email: string, signatureId: string) => {
    const { [email]: _, ...others } = chosen() ?? {};
    const signatures = signatureId ? { ...others, [email]: signatureId } : others;
    void save({ signatures }).catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
  };
  return (
    <Show when={chosen()}>
      {(signatures) => (
        <div class="mt-4 grid gap-4 sm:grid-cols-2">
          <For each={props.setup.identities}>
            {({ email }) => (
              <Select
                name={email}
                label={t("composing.signatureFor", { email })}
                value={signatures()[email.toLowerCase()] ?? ""}
                options={[
                  { value: "", label: t("composing.noSignature") },
                  ...props.setup.signatures.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(event) => choose(email.toLowerCase(), event.currentTarget.value)}
              />
            )}
          </For>
        </div>
      )}
    </Show>
  );
}
