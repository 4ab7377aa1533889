import { createSignal, onMount } from "solid-js";
import { languageTag } from "~/lib/i18n/language-tag";

/** A moment in the reader's language and time zone; from the server, which knows neither, in UTC until the page is alive. */
export function Moment(props: { at: string }) {
  const [isMounted, setMounted] = createSignal(false);
  onMount(() => setMounted(true));
  const text = () =>
    new Intl.DateTimeFormat(languageTag(isMounted() ? navigator.language : ""), {
      ...{ dateStyle: "medium", timeStyle: "medium", timeZone: isMounted() ? undefined : "UTC" },
    }).format(new Date(props.at));
  return <time datetime={props.at}>{text()}</time>;
}
