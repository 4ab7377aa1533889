import { createEffect, createSignal, Match, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { DownloadIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Spinner } from "~/ui/spinner";
import type { MessageHeaders } from "../../schema/parts";
import { FileText } from "./file-text";
import { HeaderView } from "./header-view";
import { messageFilePath } from "./message-file-path";
import "./parts.css";

export type MessageInspectorProps = { what: "headers" | "source"; messageId: string; onClose: () => void };

/** A message as servers see it: its header explained, or its source. */
export default function MessageInspector(props: MessageInspectorProps) {
  const path = () => messageFilePath(props.messageId, "message.eml");
  const isSource = () => props.what === "source";
  return (
    <Dialog
      open
      size="lg"
      title={t(isSource() ? "previews.source_title" : "previews.headers_title")}
      description={isSource() ? undefined : t("previews.headers_text")}
      onClose={() => props.onClose()}
      footer={
        <>
          <LinkButton href={path()} download="" icon={<DownloadIcon size={16} />}>
            {t("parts.save")}
          </LinkButton>
          <Button variant="primary" onClick={() => props.onClose()}>
            {t("common.close")}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={isSource()}>
          <FileText
            path={path()}
            charset={null}
            label={t("previews.source_title")}
            cut={(size) => t("previews.source_long", { size })}
            failed={t("previews.not_loaded")}
          />
        </Match>
        <Match when={!isSource()}>
          <Headers messageId={props.messageId} />
        </Match>
      </Switch>
    </Dialog>
  );
}

function Headers(props: { messageId: string }) {
  const [headers, setHeaders] = createSignal<MessageHeaders>();
  const [hasFailed, setFailed] = createSignal(false);
  createEffect(() => {
    trpc.webmail.parts.headers.query({ messageId: props.messageId }).then(setHeaders, () => setFailed(true));
  });
  return (
    <Switch fallback={<Spinner />}>
      <Match when={hasFailed()}>
        <Notice tone="danger">{t("previews.not_loaded")}</Notice>
      </Match>
      <Match when={headers()}>{(found) => <HeaderView headers={found()} />}</Match>
    </Switch>
  );
}
