import { createResource, createSignal, createUniqueId, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { failureText } from "../domain-failure";
import { ShareList } from "./share-list";

const days = ["1", "3", "7", "14", "30"];

/** Makes a link to the records, shown this once, and takes earlier ones back. */
export default function ShareDialog(props: { open: boolean; onClose: () => void; domainId: string }) {
  const formId = createUniqueId();
  const [url, setUrl] = createSignal("");
  const [problem, setProblem] = createSignal("");
  const [isBusy, setBusy] = createSignal(false);
  const [shares, { refetch }] = createResource(
    () => props.open && props.domainId,
    (domainId) => trpc.domains.share.list.query({ domainId }),
    { ssrLoadFrom: "initial" },
  );
  async function attempt(work: () => Promise<unknown>) {
    setBusy(true);
    setProblem("");
    await work().catch((error: unknown) => setProblem(failureText(error)));
    await refetch();
    setBusy(false);
  }
  const onSubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const { domainId } = props;
    const chosen = Number(new FormData(event.currentTarget).get("days"));
    void attempt(async () => setUrl((await trpc.domains.share.create.mutate({ domainId, days: chosen })).url));
  };
  const close = () => {
    setUrl("");
    setProblem("");
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={t("guide.shareTitle")}
      description={t("guide.shareText")}
      footer={
        <>
          <Button onClick={close}>{t("common.close")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy()}>
            {t("guide.shareMake")}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <form id={formId} onSubmit={onSubmit}>
          <Select
            label={t("guide.shareDays")}
            name="days"
            value="7"
            options={days.map((value) => ({ value, label: t("guide.shareDayCount", { count: Number(value) }) }))}
          />
        </form>
        <div aria-live="polite" class="grid gap-3">
          <Show when={problem()}>
            <Notice tone="danger">{problem()}</Notice>
          </Show>
          <Show when={url()}>
            <Notice tone="success">{t("guide.shareOnce")}</Notice>
            <Field
              label={t("guide.shareLink")}
              name="link"
              readonly
              value={url()}
              suffix={<CopyButton text={url()} label={t("guide.shareCopy")} />}
            />
          </Show>
        </div>
        <Show when={shares.latest?.shares.length}>
          <ShareList
            shares={shares.latest!.shares}
            onRevoke={(shareId) => void attempt(() => trpc.domains.share.revoke.mutate({ shareId }))}
          />
        </Show>
      </div>
    </Dialog>
  );
}
