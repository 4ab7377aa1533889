import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import type { CheckImport, ImportField, ImportPreview } from "../../schema/imports";
import type { DomainChoice } from "../create-user-dialog";
import { QuotaSelect } from "../quota-select";
import { ImportReading, type Reading } from "./import-reading";
import { ImportSource, type Source } from "./import-source";
import { checkImport, previewImport } from "./queries";
import { previewBytes, toBase64 } from "./read-file";

/** From a file to its dry run: what was guessed of it can be set right first. */
export function ImportForm(props: { domains: readonly DomainChoice[] }) {
  const check = useAction(checkImport);
  const [source, setSource] = createSignal<Source>();
  const [preview, setPreview] = createSignal<ImportPreview>();
  const [mapping, setMapping] = createSignal<(ImportField | null)[]>([]);
  const [reading, setReading] = createSignal<Reading>({});
  const [problem, setProblem] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  let heading: HTMLDivElement | undefined;

  const look = async (from: Source, how: Reading) => {
    const found = await previewImport({ content: await toBase64(from.blob.slice(0, previewBytes)), ...how });
    setSource(from);
    setReading(how);
    setMapping(found.mapping);
    setPreview(found);
  };
  const lookFirst = async (from: Source) => {
    await look(from, {});
    heading?.focus();
  };
  const readAgain = async (how: Reading) => {
    setProblem(undefined);
    await look(source()!, { ...reading(), ...how }).catch((error: unknown) => setProblem(failureText(error)));
  };
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy()) return;
    const form = new FormData(event.currentTarget);
    const domainId = String(form.get("domainId") ?? "");
    setBusy(true);
    setProblem(undefined);
    try {
      await check({
        ...{ content: await toBase64(source()!.blob), fileName: source()!.name.slice(0, 200), ...reading() },
        ...{ hasHead: preview()!.hasHead, mapping: mapping(), quotaBytes: Number(form.get("quotaBytes")) },
        ...{ existing: String(form.get("existing")) as CheckImport["existing"], ...(domainId ? { domainId } : {}) },
      });
    } catch (error) {
      setProblem(failureText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Show when={preview()} fallback={<ImportSource onRead={lookFirst} />}>
      {(found) => (
        <form method="post" class="grid gap-5 min-w-0" onSubmit={submit}>
          <div ref={heading} tabindex="-1" class="flex flex-wrap items-center justify-between gap-3">
            <strong class="[overflow-wrap:anywhere]">{source()?.name}</strong>
            <Button onClick={() => setPreview(undefined)}>{t("imports.again")}</Button>
          </div>
          <Show when={problem()}>{(text) => <Notice tone="danger">{text()}</Notice>}</Show>
          <ImportReading
            preview={found()}
            mapping={mapping()}
            onReading={(how) => void readAgain(how)}
            onMapping={(column, field) => setMapping((all) => all.with(column, field))}
          />
          <Card title={t("imports.optionsTitle")}>
            <div class="grid gap-4 sm:grid-cols-2">
              <Select
                label={t("imports.existing")}
                help={t("imports.existingHelp")}
                name="existing"
                value="skip"
                options={[
                  { value: "skip", label: t("imports.existingSkip") },
                  { value: "change", label: t("imports.existingChange") },
                ]}
              />
              <Select
                label={t("imports.homeDomain")}
                name="domainId"
                value=""
                options={[
                  { value: "", label: t("imports.homeDomainNone") },
                  ...props.domains.map(({ id, name }) => ({ value: id, label: `@${name}` })),
                ]}
              />
              <QuotaSelect label={t("imports.quota")} />
            </div>
          </Card>
          <div>
            <Button type="submit" variant="primary" busy={isBusy()}>
              {t("imports.check")}
            </Button>
          </div>
        </form>
      )}
    </Show>
  );
}
