import { expect, test } from "bun:test";
import { recipientAct, type RecipientPlace } from "./recipient-keys";

const place: RecipientPlace = { typed: "ada", isAtStart: false, isOpen: false, isMeant: false };
const act = (key: string, change: Partial<RecipientPlace> = {}, held: Partial<KeyboardEvent> = {}) =>
  recipientAct({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...held }, { ...place, ...change });

test("what was typed becomes a recipient by Enter, a comma or a semicolon, and a whole address by a space", () => {
  expect(["Enter", ",", ";"].map((key) => act(key))).toEqual(["choose", "addTyped", "addTyped"]);
  expect([act(" "), act(" ", { typed: "ada@a.test" })]).toEqual([undefined, "addTyped"]);
});

test("a comma within quotation marks is part of a name", () => {
  expect(act(",", { typed: '"Lovelace' })).toBeUndefined();
  expect(act(",", { typed: '"Lovelace, Ada" <ada@a.test>' })).toBe("addTyped");
});

test("suggestions are gone through and taken with the keyboard, and Escape closes them alone", () => {
  const shown = { isOpen: true, isMeant: true };
  expect(["ArrowDown", "ArrowUp", "Tab", "Escape"].map((key) => act(key, shown))).toEqual([
    ...["next", "previous", "choose", "close"],
  ] as never);
  expect(["ArrowDown", "ArrowUp", "Tab", "Escape"].map((key) => act(key))).toEqual(Array(4).fill(undefined) as never);
  expect(act("Tab", shown, { shiftKey: true })).toBeUndefined();
});

test("Backspace and the arrow reach the recipients from the beginning of the line only", () => {
  expect([act("Backspace"), act("Backspace", { isAtStart: true })]).toEqual([undefined, "removeLast"]);
  expect([act("ArrowLeft"), act("ArrowLeft", { isAtStart: true })]).toEqual([undefined, "toChips"]);
});

test("sending by Ctrl+Enter is no matter of the line", () => {
  expect(act("Enter", {}, { ctrlKey: true })).toBeUndefined();
});
