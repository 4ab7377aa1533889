import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { lazyPart } from "~/ui/lazy-part";
import { composingSetup } from "./setup";
import type { Writing } from "./writing";

const ConfirmDialog = lazyPart(
  () => import("~/ui/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })),
  (part) => part.onClose(),
);

/** What plain text cannot say. */
const hasFormats = (html: string) => /<(?!\/?(?:div|br|p|blockquote)\b)[a-z]|\bstyle=/i.test(html);

/** How the message is written: with formats or without, and over which signature. */
export function ComposerOptions(props: { writing: Writing }) {
  const [isAsking, setAsking] = createSignal(false);
  const isRich = () => props.writing.draft().format === "rich";
  const ask = () => {
    if (isRich() && hasFormats(props.writing.current().html)) setAsking(true);
    else props.writing.switchFormat();
  };
  return (
    <>
      <Button variant="ghost" size="sm" onClick={ask}>
        {t(isRich() ? "composing.toPlain" : "composing.toRich")}
      </Button>
      <Show when={composingSetup().signatures.length > 0}>
        <select
          aria-label={t("composing.signature")}
          title={t("composing.signature")}
          onChange={({ currentTarget }) =>
            props.writing.putSignature(composingSetup().signatures.find(({ id }) => id === currentTarget.value))
          }
        >
          <option value="" selected={!props.writing.draft().signatureId}>
            {t("composing.noSignature")}
          </option>
          <For each={composingSetup().signatures}>
            {({ id, name }) => (
              <option value={id} selected={id === props.writing.draft().signatureId}>
                {name}
              </option>
            )}
          </For>
        </select>
      </Show>
      <Show when={isAsking()}>
        <ConfirmDialog
          open
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            props.writing.switchFormat();
          }}
          title={t("composing.losesFormatTitle")}
          confirmLabel={t("composing.toPlain")}
        >
          {t("composing.losesFormat")}
        </ConfirmDialog>
      </Show>
    </>
  );
}
