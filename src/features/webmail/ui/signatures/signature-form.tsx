import { useAction } from "@solidjs/router";
import { createSignal, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { Signature } from "../../schema/composing";
import { rereadSetup } from "../composing/setup";
import type { Editor } from "../composing/create-editor";
import { EditorToolbar } from "../composing/editor-toolbar";
import { RichEditor } from "../composing/rich-editor";
import { failureText } from "../failure-text";
import { htmlText } from "../html-text";
import { saveSignature } from "./queries";

/** A signature is words: pictures would have to come with every message. */
const noPicture = () => Promise.resolve(undefined);

/** Characters that the server takes. */
const longest = 100_000;

/** A signature, as it will stand under messages. */
export default function SignatureForm(props: { signature: Signature | undefined; onClose: () => void }) {
  const save = useAction(saveSignature);
  const [editor, setEditor] = createSignal<Editor>();
  const [problem, setProblem] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  let html = untrack(() => props.signature?.html ?? "");
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    editor()?.flush();
    if (html.length > longest) return void setProblem(t("composing.signatureTooLong"));
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    const words = { name, html, text: htmlText(html).slice(0, 20_000) };
    setBusy(true);
    try {
      await save(props.signature ? { signatureId: props.signature.id, ...words } : words);
      void rereadSetup();
      toast(t("composing.signatureSaved"), { tone: "success" });
      props.onClose();
    } catch (error) {
      setProblem(failureText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="lg"
      title={
        props.signature ? t("composing.signatureEdit", { name: props.signature.name }) : t("composing.signatureAdd")
      }
      onClose={() => props.onClose()}
    >
      <form method="post" class="grid gap-4" onSubmit={submit}>
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <Field
          label={t("composing.signatureName")}
          help={t("composing.signatureNameHelp")}
          name="name"
          required
          maxlength={60}
          autocomplete="off"
          value={props.signature?.name ?? ""}
        />
        <div data-slot="field" class="min-w-0">
          <span data-slot="field-label" aria-hidden="true">
            {t("composing.signatureWords")}
          </span>
          <div data-slot="signature-words">
            <RichEditor
              ref={setEditor}
              label={t("composing.signatureWords")}
              html={html}
              hasQuoteLine={false}
              onEdit={(words) => (html = words)}
              pictureUrl={noPicture}
              addPicture={() => undefined}
            />
            <Show when={editor()}>{(shown) => <EditorToolbar editor={shown().squire} onPicture={undefined} />}</Show>
          </div>
        </div>
        <div class="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy()}>
            {t("common.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
