import { createAsync, useAction } from "@solidjs/router";
import { createSignal, For, Show, Suspense } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { addFailureSentences } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { IconButton } from "~/ui/icon-button";
import { EditIcon, TrashIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import type { Signature } from "../../schema/composing";
import { rereadSetup } from "../composing/setup";
import { failureText } from "../failure-text";
import { hasFailed } from "../page-data";
import { mailSignatures, removeSignature } from "./queries";
import { SignatureChoices } from "./signature-choices";

const SignatureForm = lazyPart(
  () => import("./signature-form"),
  (part) => part.onClose(),
);

addFailureSentences({
  "signature.not_found": "composing.failure_signature_gone",
  "signature.too_many": "composing.failure_signatures",
});

/** What stands under messages, an address at a time. */
export function SignaturesCard() {
  const known = createAsync(() => mailSignatures());
  const [editing, setEditing] = createSignal<Signature | "new">();
  const [leaving, setLeaving] = createSignal<Signature>();
  const remove = useAction(removeSignature);
  const read = () => {
    const setup = known();
    return setup && !hasFailed(setup) ? setup : undefined;
  };
  return (
    <Card
      title={t("composing.signatures")}
      description={t("composing.signaturesText")}
      actions={
        <Button onPointerEnter={SignatureForm.preload} onClick={() => setEditing("new")}>
          {t("composing.signatureAdd")}
        </Button>
      }
    >
      <Suspense fallback={<Skeleton />}>
        <Show
          when={read()}
          fallback={
            <Show when={known()}>
              <Notice tone="danger">{t("preferences.failed")}</Notice>
            </Show>
          }
        >
          {(setup) => (
            <>
              <ul class="m-0 grid list-none gap-2 p-0">
                <For each={setup().signatures}>
                  {(signature) => (
                    <li class="flex items-center gap-2">
                      <span class="min-w-0 flex-1">
                        <b class="block truncate">{signature.name}</b>
                        <small class="block truncate text-muted">{signature.text.split("\n")[0]}</small>
                      </span>
                      <IconButton
                        label={t("composing.signatureEdit", { name: signature.name })}
                        onClick={() => setEditing(signature)}
                      >
                        <EditIcon />
                      </IconButton>
                      <IconButton
                        label={t("composing.signatureRemove", { name: signature.name })}
                        onClick={() => setLeaving(signature)}
                      >
                        <TrashIcon />
                      </IconButton>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={setup().signatures.length > 0}>
                <SignatureChoices setup={setup()} />
              </Show>
            </>
          )}
        </Show>
      </Suspense>
      <Show when={editing()} keyed>
        {(signature) => (
          <SignatureForm
            signature={signature === "new" ? undefined : signature}
            onClose={() => setEditing(undefined)}
          />
        )}
      </Show>
      <Show when={leaving()}>
        {(signature) => (
          <ActDialog
            onClose={() => setLeaving(undefined)}
            act={() => remove(signature().id).then(rereadSetup)}
            wording={failureText}
            done={t("composing.signatureRemoved")}
            title={t("composing.signatureRemoveTitle", { name: signature().name })}
            confirmLabel={t("access.remove")}
            tone="danger"
          >
            {t("composing.signatureRemoveText")}
          </ActDialog>
        )}
      </Show>
    </Card>
  );
}
