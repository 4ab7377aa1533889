import { createAsync } from "@solidjs/router";
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  onMount,
  Show,
  untrack,
} from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { HistoryIcon } from "~/ui/icons";
import type { Overview } from "../../schema";
import { folderName } from "../folders";
import { completionsOf, personAtEnd } from "./completions";
import { suggestedPeople } from "./find-mail";
import { forgetSearches, recentSearches } from "./recent-searches";
import "./search.css";

export type SearchAssistProps = {
  input: HTMLInputElement;
  view: Overview;
  onSearch: (query: string) => void;
  onType: (query: string) => void;
  onLeave: () => void;
  onBlur: () => void;
};

type Choice = { text: string; label: string; hint?: string; isBegun: boolean; isRecent: boolean };

/** What helps with typing a search: a list of what the text may be going to be, below the box, which stays where the focus is. */
export default function SearchAssist(props: SearchAssistProps) {
  const id = createUniqueId();
  const address = () => props.view.me.address;
  const [text, setText] = createSignal(untrack(() => props.input.value));
  const [isShown, setShown] = createSignal(true);
  const [active, setActive] = createSignal(-1);
  const [recent, setRecent] = createSignal(recentSearches(address()));
  const people = createAsync(async () => suggestedPeople(personAtEnd(text())), { initialValue: [] });
  const world = createMemo(() => ({
    folders: [
      ...props.view.mailboxes.map((mailbox) => ({ value: mailbox.role ?? mailbox.name, label: folderName(mailbox) })),
      { value: "all", label: t("finding.everywhere") },
    ],
    labels: props.view.labels.map(({ name }) => name),
    people: people.latest,
  }));
  const choices = createMemo<Choice[]>(() => {
    const recents = text().trim()
      ? []
      : recent().map((query) => ({ text: query, label: query, isBegun: false, isRecent: true }));
    const completions = completionsOf(text(), world()).map((completion) => ({
      ...completion,
      ...(completion.isBegun ? { hint: t(`finding.operator_${completion.name}`) } : {}),
      isRecent: false,
    }));
    return [...recents, ...completions];
  });
  createEffect(on(choices, () => setActive(-1)));
  const isOpen = () => isShown() && choices().length > 0;
  const choose = (choice: Choice) => {
    props.input.value = choice.text;
    setText(choice.text);
    if (choice.isBegun) props.onType(choice.text);
    else {
      setShown(false);
      props.onSearch(choice.text.trim());
    }
    props.input.focus();
  };

  createEffect(() => {
    const set = (name: string, value: string | undefined) =>
      value === undefined ? props.input.removeAttribute(name) : props.input.setAttribute(name, value);
    set("aria-expanded", String(isOpen()));
    set("aria-activedescendant", isOpen() && active() >= 0 ? `${id}-${active()}` : undefined);
  });
  onMount(() => {
    const { input } = props;
    const over = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(type: K, listen: (event: HTMLElementEventMap[K]) => void) =>
      input.addEventListener(type, listen, { signal: over.signal });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id }))
      input.setAttribute(name, value);
    on("input", () => {
      setText(input.value);
      setShown(true);
    });
    on("keydown", (event) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      const count = choices().length;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && count > 0) {
        setActive(isOpen() ? (active() + step + count + 1) % (count + 1) : 0);
        if (active() === count) setActive(-1);
        setShown(true);
      } else if (event.key === "Enter" && isOpen() && active() >= 0) choose(choices()[active()]!);
      else if (event.key === "Tab" && isOpen() && active() >= 0 && !event.shiftKey) choose(choices()[active()]!);
      else if (event.key === "Escape") {
        if (isOpen()) setShown(false);
        else props.onLeave();
      } else {
        if (event.key === "Enter") setShown(false);
        return;
      }
      event.preventDefault();
    });
    on("blur", () => {
      setShown(false);
      if (!input.value) props.onBlur();
    });
    on("focus", () => setRecent(recentSearches(address())));
    on("click", () => setShown(true));
    onCleanup(() => {
      over.abort();
      for (const name of ["role", "aria-autocomplete", "aria-controls", "aria-expanded", "aria-activedescendant"])
        input.removeAttribute(name);
    });
  });
  const forget = () => {
    forgetSearches(address());
    setRecent([]);
    announce(t("finding.forgotten"));
  };
  return (
    <div
      data-slot="search-assist"
      hidden={!isOpen()}
      ref={(element) => element.addEventListener("mousedown", (event) => event.preventDefault())}
    >
      <div id={id} role="listbox" aria-label={t("finding.suggestions")}>
        <For each={choices()}>
          {(choice, at) => (
            <button
              type="button"
              tabindex="-1"
              id={`${id}-${at()}`}
              role="option"
              aria-selected={at() === active()}
              data-active={at() === active() ? "" : undefined}
              onClick={() => choose(choice)}
            >
              <Show when={choice.isRecent}>
                <HistoryIcon size={14} aria-label={t("finding.recent")} />
              </Show>
              <span dir="auto">{choice.label}</span>
              <Show when={choice.hint}>
                <small>{choice.hint}</small>
              </Show>
            </button>
          )}
        </For>
      </div>
      <Show when={!text().trim() && recent().length > 0}>
        <button type="button" data-slot="search-forget" tabindex="-1" onClick={forget}>
          {t("finding.forget")}
        </button>
      </Show>
    </div>
  );
}
