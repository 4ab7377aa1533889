import { createUniqueId } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { latestSendAt, localInput } from "./send-times";

const minuteMs = 60_000;

/** Asks for a day and a time on the reader's clock. `onPick` gets it as ISO text. */
export default function PickTimeDialog(props: {
  /** What is set so far, as ISO text. */
  at?: string;
  onPick: (sendAt: string) => void;
  onClose: () => void;
}) {
  const id = createUniqueId();
  const now = new Date();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = () => (props.at ? new Date(props.at) : new Date(now.getTime() + 60 * minuteMs));
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    // Composers act on keys and submits of their own.
    event.stopPropagation();
    props.onPick(new Date(String(new FormData(event.currentTarget).get("sendAt"))).toISOString());
  };
  return (
    <Dialog
      open
      size="sm"
      title={t("outbox.pickTitle")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button variant="primary" type="submit" form={id}>
            {t("outbox.pick")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
        <Field
          type="datetime-local"
          name="sendAt"
          required
          label={t("outbox.pickLabel")}
          help={t("outbox.pickHelp", { zone })}
          value={localInput(first())}
          min={localInput(new Date(now.getTime() + minuteMs))}
          max={localInput(latestSendAt(now))}
        />
      </form>
    </Dialog>
  );
}
