import { createContext } from "solid-js";

export type Letter = { to: string; subject: string; text: string };

/** Opens a composer with a letter that is ready to be sent. */
export const WriteLetter = createContext<(letter: Letter) => void>(() => {});
