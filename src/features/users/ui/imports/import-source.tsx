import { createSignal, createUniqueId, Show } from "solid-js";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-area";
import { largestFile } from "./read-file";

export type Source = { name: string; blob: Blob };

/** Where the lines come from: a file, or what is pasted. `onRead` rejects with what the server said of them. */
export function ImportSource(props: { onRead: (source: Source) => Promise<void> }) {
  const id = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  const read = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy()) return;
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    const pasted = String(form.get("pasted") ?? "");
    const chosen = file instanceof File && file.size > 0 ? file : undefined;
    const blob = chosen ?? new Blob([pasted]);
    setProblem(undefined);
    if (blob.size === 0) return void setProblem(t("imports.failure_choose"));
    if (blob.size > largestFile) return void setProblem(t("imports.failure_too_large"));
    setBusy(true);
    try {
      await props.onRead({ name: chosen?.name ?? t("imports.pastedName"), blob });
    } catch (error) {
      setProblem(failureText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card>
      <form method="post" class="grid gap-4" onSubmit={read}>
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
        <div class="grid gap-1">
          <label for={id} class="font-medium text-sm">
            {t("imports.file")}
          </label>
          <input
            id={id}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby={`${id}-help`}
            class="max-w-full min-h-11"
          />
          <p id={`${id}-help`} class="text-sm text-muted">
            {t("imports.fileHelp")}
          </p>
        </div>
        <TextArea
          label={t("imports.paste")}
          help={t("imports.pasteHelp")}
          name="pasted"
          optional
          rows={5}
          maxlength={1_000_000}
          spellcheck={false}
          autocomplete="off"
        />
        <div>
          <Button type="submit" variant="primary" busy={isBusy()}>
            {t("imports.read")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
