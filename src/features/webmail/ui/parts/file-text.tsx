import { createEffect, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { Notice } from "~/ui/notice";
import { Spinner } from "~/ui/spinner";
import { type LoadedText, loadText, longestText } from "./load-text";

export type FileTextProps = {
  path: string;
  charset: string | null;
  label: string;
  /** What is said above a text that is not all of it, given the size of what is shown, and in place of one that cannot be had. */
  cut: (size: string) => string;
  failed: string;
};

/** A file of ours as text: one text node, whatever is in it. */
export function FileText(props: FileTextProps) {
  const [loaded, setLoaded] = createSignal<LoadedText>();
  const [hasFailed, setFailed] = createSignal(false);
  createEffect(() => {
    const { path, charset } = props;
    const ended = new AbortController();
    onCleanup(() => ended.abort());
    setLoaded();
    setFailed(false);
    loadText(path, charset, ended.signal).then(setLoaded, () => !ended.signal.aborted && setFailed(true));
  });
  return (
    <Switch fallback={<Spinner />}>
      <Match when={hasFailed()}>
        <Notice tone="danger">{props.failed}</Notice>
      </Match>
      <Match when={loaded()}>
        {(file) => (
          <>
            <Show when={file().isCut}>
              <Notice tone="warning">{props.cut(formatBytes(longestText, locale()))}</Notice>
            </Show>
            {/* What scrolls has to be reached by keys. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre data-slot="file-text" dir="auto" tabindex="0" role="region" aria-label={props.label}>
              {file().text}
            </pre>
          </>
        )}
      </Match>
    </Switch>
  );
}
