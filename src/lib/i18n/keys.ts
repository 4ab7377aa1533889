import type { Area } from "./areas";
import type { en } from "./en";

/** A sentence with `{name}` holes, or the plural forms of one; `count` then picks the form. */
export type Message = string | { readonly one: string; readonly other: string };
/** The sentences of one area in one language. */
export type Messages = Readonly<Record<string, Message>>;
/** What a translation must fill: the same keys as the English area, the same kind of message under each. */
export type TranslationOf<English extends Messages> = {
  readonly [K in keyof English]: English[K] extends string ? string : Exclude<Message, string>;
};

type Catalogue = { [A in Area]: (typeof en)[A] };
/** Every key as it is written at the call: `area.name`. */
export type Key = { [A in Area]: `${A}.${Extract<keyof Catalogue[A], string>}` }[Area];

type MessageAt<K> = K extends `${infer A}.${infer N}`
  ? A extends Area
    ? N extends keyof Catalogue[A]
      ? Catalogue[A][N]
      : never
    : never
  : never;
type Holes<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type Names<M> = M extends string
  ? Holes<M>
  : M extends { one: infer A; other: infer B }
    ? Holes<A> | Holes<B> | "count"
    : never;

/** The values that the message under `K` needs; nothing when it has no holes. */
export type VarsOf<K> = [Names<MessageAt<K>>] extends [never]
  ? []
  : [vars: { [N in Names<MessageAt<K>>]: N extends "count" ? number : string | number }];
