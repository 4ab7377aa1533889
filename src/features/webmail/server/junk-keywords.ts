/** What tells a spam filter that a message is spam, or that it is not; nothing when nobody has said. */
export const junkKeywords = (isJunk: boolean | undefined): Record<string, boolean> =>
  isJunk === undefined ? {} : { $junk: isJunk, $notjunk: !isJunk };
