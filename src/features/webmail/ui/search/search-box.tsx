import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CloseIcon } from "~/ui/basic-icons";
import { IconButton } from "~/ui/icon-button";
import { SearchIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import type { Overview } from "../../schema";
import type { SearchAssistProps } from "./search-assist";
import { folderName, shownFolder } from "../folders";
import { comeFrom, forgetTyping, searchFor, searchPath, searchSoon, searchText } from "./search-text";
import "./search-box.css";

const SearchAssist = lazyPart<SearchAssistProps>(
  () => import("./search-assist"),
  () => {},
);

/** Where one says what to look for. Results come as one types; what helps with typing is fetched when one begins. */
export function SearchBox(props: { view: Overview; isPlace: boolean }) {
  const location = useLocation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = createSignal(false);
  const asked = () => String(location.query["q"] ?? "");
  let input!: HTMLInputElement;

  createEffect((before?: string) => {
    const now = props.isPlace ? asked() : "";
    // What is typed runs ahead of the address.
    if (now !== before) {
      searchFor(now);
      if (document.activeElement !== input) input.value = now;
    }
    return now;
  });
  const go = (query: string) => {
    forgetTyping();
    searchFor(query);
    if (query === asked() && props.isPlace) return;
    navigate(searchPath(query), { replace: props.isPlace, scroll: false });
  };
  const write = (typed: string) => {
    if (props.isPlace && document.activeElement === input) go(typed);
  };
  const type = (query: string) => {
    if (!props.isPlace && query.trim()) navigate(searchPath(query), { scroll: false });
    searchSoon(query, write);
  };
  createEffect(() => {
    const folder = props.isPlace ? undefined : shownFolder(props.view);
    if (folder) comeFrom({ name: folderName(folder), value: folder.role ?? folder.name });
  });
  const leave = () => {
    forgetTyping();
    input.value = "";
    setOpen(false);
    if (props.isPlace) navigate("/mail/inbox");
    else input.blur();
  };
  return (
    <form
      role="search"
      action="/mail/search"
      data-slot="search-box"
      data-open={isOpen() || props.isPlace ? "" : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        go(input.value.trim());
      }}
    >
      <IconButton
        label={t("webmail.searchMail")}
        onClick={() => {
          setOpen(true);
          input.focus();
        }}
      >
        <SearchIcon />
      </IconButton>
      <input
        ref={input}
        name="q"
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        maxlength={500}
        dir="auto"
        value={props.isPlace ? asked() : ""}
        placeholder={t("webmail.searchMail")}
        aria-label={t("webmail.searchMail")}
        onFocus={() => setOpen(true)}
        onInput={() => type(input.value)}
      />
      <Show when={props.isPlace || searchText()}>
        <IconButton label={t("webmail.leaveSearch")} size="sm" onClick={leave}>
          <CloseIcon />
        </IconButton>
      </Show>
      <Show when={isOpen()}>
        <SearchAssist
          input={input}
          view={props.view}
          onSearch={go}
          onType={type}
          onLeave={leave}
          onBlur={() => setOpen(false)}
        />
      </Show>
    </form>
  );
}
